/**
 * What a comparison came to. A finding is a picture that is not the same on both sides: `changed`, `added` or `removed`;
 * or a story that `broke`, and so has no picture. Nothing here touches a file.
 */

/** The findings in a map by what `keyOf` says of each, in the order in which they came. */
export function groupedBy(findings, keyOf) {
  const groups = new Map();
  for (const finding of findings) {
    const key = keyOf(finding);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return groups;
}

export const byGroup = (findings) => groupedBy(findings, ({ story }) => story.group);
export const byStory = (findings) => groupedBy(findings, ({ story }) => story.id);

const KINDS = ['changed', 'added', 'removed', 'broke'];

/** Pictures of each kind, and how many stories they are of. */
export function countsOf(findings) {
  const ofKind = groupedBy(findings, ({ kind }) => kind);
  return Object.fromEntries(
    KINDS.map((kind) => {
      const found = ofKind.get(kind) ?? [];
      return [kind, { pictures: found.length, stories: byStory(found).size }];
    }),
  );
}

const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

export const pictures = (number) => counted(number, 'picture');
export const stories = (number) => counted(number, 'story', 'stories');

/** `3 pictures of 2 stories differ, 1 story is new`; without findings `nothing differs`. */
export function inWords(findings) {
  const { changed, added, removed, broke } = countsOf(findings);
  const are = (number) => (number === 1 ? 'is' : 'are');
  const parts = [
    changed.stories > 0 &&
      `${pictures(changed.pictures)} of ${stories(changed.stories)} ${changed.pictures === 1 ? 'differs' : 'differ'}`,
    added.stories > 0 && `${stories(added.stories)} ${are(added.stories)} new`,
    removed.stories > 0 && `${stories(removed.stories)} ${are(removed.stories)} gone`,
    broke.stories > 0 && `${stories(broke.stories)} broke`,
  ];
  return parts.filter(Boolean).join(', ') || 'nothing differs';
}

/** 0 when nothing differs, 1 when something does, 2 when some of it could not be looked at. */
export function exitCodeOf(findings) {
  if (findings.some(({ kind }) => kind === 'broke')) return 2;
  return findings.length > 0 ? 1 : 0;
}
