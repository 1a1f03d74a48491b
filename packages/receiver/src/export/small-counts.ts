/** The rule of small counts. It stands in contracts, because what widgets show is held to it too. */
export { HIDDEN_BELOW, tellCount, tellCounts, type Told } from '@puntari/contracts';
