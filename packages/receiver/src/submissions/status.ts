import { REGISTRATION_STATUSES, type RegistrationStatus } from '@puntari/contracts';

/** What a registration begins as. */
export const STATUS_AT_START = 'pool' satisfies RegistrationStatus;

/**
 * Where a registration can go from where it is. A draw that is held again puts those it had chosen back into the pool.
 * Who has left can only be forgotten: whoever wants to be in again signs up again, so that the consent is a new one.
 */
const NEXT: Readonly<Record<RegistrationStatus, readonly RegistrationStatus[]>> = {
  pool: ['selected', 'reserve', 'withdrawn', 'deleted'],
  selected: ['pool', 'reserve', 'confirmed', 'declined', 'withdrawn', 'deleted'],
  reserve: ['pool', 'selected', 'declined', 'withdrawn', 'deleted'],
  confirmed: ['declined', 'withdrawn', 'deleted'],
  declined: ['withdrawn', 'deleted'],
  withdrawn: ['deleted'],
  deleted: [],
};

export const isStatus = (text: string): text is RegistrationStatus =>
  (REGISTRATION_STATUSES as readonly string[]).includes(text);

/** Whether a registration with one status can get the other. */
export function canBecome(from: string, to: RegistrationStatus): boolean {
  return isStatus(from) && NEXT[from].includes(to);
}

/** Whether its answers can still change: afterwards somebody has counted on them. */
export const isInPool = (status: string): boolean => status === STATUS_AT_START;

/** Given by a draw. */
export const DRAWN = [
  'selected',
  'reserve',
  'confirmed',
  'declined',
] as const satisfies readonly RegistrationStatus[];
export type Drawn = (typeof DRAWN)[number];

/** Whether a draw has said something of it. */
export const isDrawn = (status: string): status is Drawn =>
  (DRAWN as readonly string[]).includes(status);

/** Whether somebody counts on it to be in the panel. */
export const holdsSeat = (status: string): boolean => isDrawn(status) && status !== 'declined';

/** Whether nobody counts on it any more. */
export const hasLeft = (status: string): boolean => status === 'withdrawn' || status === 'deleted';
