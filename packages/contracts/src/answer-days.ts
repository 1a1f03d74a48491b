/** Within how many days the law (act 306/2019) wants feedback on accessibility answered. */
export const ACCESSIBILITY_ANSWER_DAYS = 14;
