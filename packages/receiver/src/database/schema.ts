/** The tables, as Kysely sees them. `migrations/` makes them; a change here needs a new file there. */
import type { Generated } from 'kysely';

/** A text column that holds JSON; the name says what stands in it. */
type Json = string;
/** An instant, ISO 8601 in UTC. */
type Time = string;

interface SettingTable {
  name: string;
  value: string;
}

interface ReceiptTable {
  /** Unique over everything received, so that a reference read aloud means one thing. */
  reference: string;
  /** The unguessable part of the receipt page's address. */
  pageId: string;
  kind: string;
  /** In which the receipt page tells the time. */
  timeZone: string;
  receipt: Json;
}

interface SentKeyTable {
  /** The action the key was sent to; a key means nothing at another. */
  target: string;
  key: string;
  bodyHash: string;
  reference: string;
  sentAt: Time;
}

interface EntryTable {
  id: string;
  reference: string;
  receivedAt: Time;
  updatedAt: Time;
  status: string;
  revision: number;
  lang: string;
  /** Seconds from opening the form to sending it; null when the form brought no valid token. */
  fillSeconds: number | null;
  /** `null` as JSON once it was deleted. */
  submission: Json;
}

interface RegistrationTable extends EntryTable {
  panelId: string;
  channel: string;
  /** Of the unguessable part of the address at which the person manages it; the part itself is kept nowhere. */
  manageHash: string | null;
}

interface FeedbackTable extends EntryTable {
  channelId: string;
  /** As of a registration. */
  manageHash: string | null;
  /** When its words were deleted; what can be counted stays. */
  forgottenAt: Time | null;
}

interface AttachmentTable {
  id: string;
  channelId: string;
  /** Of its sending: the same key again is the same file. */
  key: string;
  name: string;
  type: string;
  /** Bytes, as stored. */
  size: number;
  hash: string;
  data: Buffer;
  receivedAt: Time;
  /** What it belongs to; nothing before the feedback has come. */
  feedbackId: string | null;
  /** The network that it came from, in no words; only until it belongs to feedback. */
  sender: string | null;
}

/** What officers record about feedback. Lines are added, never changed. */
interface FeedbackEntryTable {
  line: Generated<number>;
  id: string;
  feedbackId: string;
  version: number;
  recordedAt: Time;
  recordedBy: string;
  change: Json;
  key: string;
  bodyHash: string;
}

interface FeedbackRetentionTable {
  channelId: string;
  /** A date: the day by which the words of the channel's feedback are deleted. */
  retainUntil: string;
  timeZone: string;
}

/** What happened to an entry. A replaced submission is kept in the line that tells of its replacement. */
interface HistoryTable {
  line: Generated<number>;
  entryId: string;
  revision: number;
  at: Time;
  fromStatus: string;
  toStatus: string;
  by: string;
  comment: string | null;
  submission: Json | null;
}

interface SupportTable {
  registrationId: string;
  revision: number;
  needs: Json;
  note: string | null;
}

interface FeedbackContactTable {
  feedbackId: string;
  revision: number;
  contact: Json;
}

interface InvitationTable {
  panelId: string;
  /** With the secret: the code itself is kept nowhere but in the letter. */
  codeHash: string;
  /** The last day on which it can be used. */
  expires: string | null;
  /** Who used it. */
  registrationId: string | null;
}

/** Lines are added, never changed. */
interface StatementEntryTable {
  line: Generated<number>;
  id: string;
  statementId: string;
  itemId: string;
  /** How many entries the item has with this one: two at once cannot both be the next. */
  version: number;
  recordedAt: Time;
  /** What was recorded, by whom and why. */
  change: Json;
  /** The answer as it stood before and after. */
  before: Json | null;
  after: Json;
  key: string;
  bodyHash: string;
}

interface ProposalTable extends EntryTable {
  callId: string;
  /** The topic that it became or was merged into. */
  topicId: string | null;
  /** Of the private link of who proposed. */
  manageHash: string | null;
}

interface ProposalContactTable {
  proposalId: string;
  revision: number;
  /** Name, e-mail and phone of who proposed. */
  contact: Json;
}

/** Lines are added, never changed. */
interface TopicEntryTable {
  line: Generated<number>;
  id: string;
  topicId: string;
  /** How many entries the topic has with this one: two at once cannot both be the next. */
  version: number;
  recordedAt: Time;
  /** What was recorded, by whom and why. */
  change: Json;
  /** The topic as it stood before and after. */
  before: Json | null;
  after: Json;
  key: string;
  bodyHash: string;
}

/** That somebody supports a topic, and nothing of who. */
interface TopicSupportTable {
  topicId: string;
  /** Of the key, with the secret and the topic: two supports of one person have nothing in common. */
  keyHash: string;
}

interface CallRetentionTable {
  callId: string;
  retainUntil: string;
  timeZone: string;
}

interface RetentionTable {
  panelId: string;
  /** A date: the day by which everything of the panel's volunteers is deleted. */
  retainUntil: string;
  /** In which that day begins. */
  timeZone: string;
}

/** What goes to a city's own feedback system; one row for each feedback that does. */
export interface Open311RequestTable {
  feedbackId: string;
  channelId: string;
  /** See `STATES` in `open311/outbox.ts`. */
  state: string;
  /** Of the feedback, as it is now. */
  revision: number;
  /** Which one was sent last. */
  sentRevision: number | null;
  /** The words were too long for the city, and their end was not sent. */
  isCut: Generated<0 | 1>;
  tries: Generated<number>;
  /** Of the try that is made now, or was the last. */
  claim: string | null;
  serviceCode: string | null;
  firstAt: Time | null;
  sendingAt: Time | null;
  sentAt: Time | null;
  /** When something has to be done about it. */
  nextAt: Time | null;
  error: string | null;
  token: string | null;
  requestId: string | null;
  /** What the city says of it. */
  cityStatus: 'open' | 'closed' | null;
  statusNotes: string | null;
  agency: string | null;
  expectedAt: Time | null;
  cityUpdatedAt: Time | null;
  checkedAt: Time | null;
  /** When the city is asked next. */
  checkAt: Time | null;
}

export interface Tables {
  settings: SettingTable;
  receipts: ReceiptTable;
  sentKeys: SentKeyTable;
  registrations: RegistrationTable;
  registrationSupport: SupportTable;
  registrationHistory: HistoryTable;
  invitations: InvitationTable;
  retention: RetentionTable;
  feedback: FeedbackTable;
  feedbackContacts: FeedbackContactTable;
  feedbackHistory: HistoryTable;
  attachments: AttachmentTable;
  feedbackEntries: FeedbackEntryTable;
  feedbackRetention: FeedbackRetentionTable;
  statementEntries: StatementEntryTable;
  topicProposals: ProposalTable;
  topicProposalContacts: ProposalContactTable;
  topicProposalHistory: HistoryTable;
  topicEntries: TopicEntryTable;
  topicSupports: TopicSupportTable;
  topicCallRetention: CallRetentionTable;
  open311Requests: Open311RequestTable;
}
