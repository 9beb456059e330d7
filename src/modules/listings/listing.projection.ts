import { type Endorsement, endorsementsFor } from './endorsement.projection.js';
import type { Attachment, ListingKind, Translation } from './content.schemas.js';
import { closedFields, closedGroups, type FieldGroups, isSaid, type PublicLevel, withoutFields } from './field-levels.js';
import type { AnyContent } from './listing-kinds.js';
import { type Reading, readingsFor } from './translations.js';
import type { Decision } from './review-decision.entity.js';
import type { ListingState, ListingTransition, PendingState, ReviewStage } from './listing.lifecycle.js';
import type { InsideView } from './listing.policy.js';

/** A listing as a list reads it, before anybody has asked who wants to see it. */
export interface ListingLine {
  id: string;
  reference: string;
  kind: ListingKind;
  organizationId: string;
  ownerCountry: string;
  reviewCountry: string | null;
  country: string;
  state: ListingState;
  stateReason: string | null;
  stateNote: string | null;
  version: number;
  language: string;
  /** The revision whose content this is: the published one, before that the latest. */
  revision: number;
  content: AnyContent;
  /** The revision that waits beside the published one. */
  pending: { state: PendingState } | null;
  anonymous: boolean;
  isExample: boolean;
  /** Keys of the lots of a need that have been filled. */
  filledLots: readonly string[];
  facility: string;
  facilityTags: string[];
  externalKey: string | null;
  createdBy: string | null;
  onBehalf: boolean;
  submittedBy: string | null;
  contactPersonId: string | null;
  createdAt: Date;
  submittedAt: Date | null;
  publishedAt: Date | null;
  assuredAt: Date | null;
  assuredBy: string | null;
  assuredChanged: boolean | null;
  expiresAt: Date | null;
  organization: { id: string; reference: string; legalName: string; country: string; type: string; level: string };
}

/** What the other side may know of an owner who stays unnamed until an introduction. */
export interface UnnamedOwner {
  country: string;
  type: string;
  size: string | null;
  level: string;
  /** Day (ISO) since when it is verified; null while it is not. */
  levelSince: string | null;
  /** From a suggestion to its yes or no; null when it has answered none. */
  medianAnswerDays: number | null;
  /** Its country centre has approved a listing of it. */
  knownToCentre: boolean;
}

/** Who did something to a listing. */
export interface Acted {
  name: string;
  /** She belongs to its owner. */
  isMember: boolean;
}

/** The same with all that its page shows. */
export interface ListingRecord extends ListingLine {
  acted: Record<'created' | 'submitted' | 'assured', Acted | null>;
  unnamed: UnnamedOwner;
  endorsements: Endorsement[];
  pending: { revision: number; state: PendingState; language: string; content: AnyContent } | null;
  reviews: {
    revision: number;
    stage: ReviewStage;
    decision: Decision;
    reason: string | null;
    note: string | null;
    at: string;
    reviewerId: string;
    reviewerName: string | null;
    standIn: boolean;
    checklist: Record<string, boolean> | null;
    readBy: string | null;
  }[];
  /** Changes of single fields that reviewers asked for. */
  changeRequests: object[];
}

export interface Viewer {
  /** Languages she reads, the one she likes best first; empty: the source. */
  languages: readonly string[];
  inside: InsideView | null;
  level: PublicLevel;
}

/** What the projection has to know of the kind. */
export interface KindVisibility {
  readonly publicFields: readonly string[];
  readonly groups: FieldGroups;
}

/** Fields of every kind that everybody may see. `texts` is cut to its public fields. */
const PUBLIC_FIELDS = ['title', 'teaser', 'codes'] as const;
const PUBLIC_TEXT = ['language', 'title', 'teaser', 'origin', 'checkedBy'] as const;
/** Shown to the other side by an introduction. */
const INTRODUCED_FIELDS = ['contactPersonId'];

export const pick = (from: object, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
const omit = (from: object, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key)));

/** The fields of the content that a public level may see; `closed` names the groups that say something more, with the level that sees it. */
export function projectContent(content: AnyContent, level: PublicLevel, kind: KindVisibility): Record<string, unknown> {
  if (level === 0)
    return {
      ...pick(content, [...PUBLIC_FIELDS, ...kind.publicFields]),
      texts: content.texts.map((text) => pick(openText(text), ['language', 'title', 'teaser', 'origin', 'checked'])),
    };
  const open = withoutFields(content, closedFields(content, kind.groups, level));
  const groups = Object.entries(closedGroups(content, kind.groups, level));
  const closed = groups.filter(([name]) => kind.groups[name]?.fields.some((path) => isSaid(content, path)));
  const attached = openAttachments(content, level);
  return {
    ...omit(open, ['levels', ...(level < 3 ? INTRODUCED_FIELDS : [])]),
    texts: open.texts.map(openText),
    attachments: attached.open,
    closed: { ...Object.fromEntries(closed), ...(attached.closed && { attachments: attached.closed }) },
  };
}

/** Files that a level may open, and the lowest level at which there are more. What an unnamed owner calls her files tells as much as her name. */
function openAttachments({ attachments = [], anonymous }: AnyContent, level: PublicLevel): { open: object[]; closed: number | undefined } {
  const isNamed = !anonymous || level === 3;
  const open = attachments.filter((one) => one.level <= level).map((one) => (isNamed ? one : omit(one, ['name'])));
  const closed = attachments.filter((one) => one.level > level).map((one: Attachment) => one.level);
  return { open, closed: closed.length > 0 ? Math.min(...closed) : undefined };
}

/** That a text has been checked is for everybody, by whom is not. */
const openText = ({ checkedBy, ...text }: Translation): Record<string, unknown> => ({ ...text, checked: checkedBy !== undefined });

const readings = (texts: readonly Translation[], source: string, { languages }: Viewer): { translated?: Record<string, Reading> } => {
  const translated = readingsFor(texts, source, languages);
  return Object.keys(translated).length === 0 ? {} : { translated };
};

/** Lines of a list: level 0, and the owner's name for those who may know it. */
export function projectSummary(listing: ListingLine, viewer: Viewer): Record<string, unknown> {
  return {
    ...pick(listing, [
      'id',
      'reference',
      'kind',
      'state',
      'version',
      'revision',
      'language',
      'country',
      'isExample',
      'facility',
      'facilityTags',
      'publishedAt',
      'expiresAt',
    ]),
    ...pick(listing.content, ['title', 'teaser', 'codes', 'kinds']),
    ...readings(
      listing.content.texts.map((text) => pick(text, PUBLIC_TEXT) as Translation),
      listing.language,
      viewer,
    ),
    ...organizationOf(listing, viewer),
    ...(viewer.inside && { pendingState: visiblePending(listing, viewer)?.state ?? null }),
  };
}

/**
 * A listing as this viewer may see it. The public sees the published revision cut to her level; its owner, reviewers, administrators and auditors see
 * everything, but an officer sees no draft that waits beside a published revision.
 */
export function projectListing(
  listing: ListingRecord,
  viewer: Viewer,
  kind: KindVisibility,
  allowed: readonly ListingTransition[],
): Record<string, unknown> {
  const { inside, level } = viewer;
  const head = {
    ...projectSummary(listing, viewer),
    assuredAt: level > 0 || inside ? listing.assuredAt : undefined,
    ...enteredByOf(listing, viewer),
    ...endorsementsFor(listing, viewer),
  };
  if (inside === null) {
    const unnamed = listing.anonymous && level > 0 && level < 3 ? { unnamed: listing.unnamed } : {};
    const open = level === 0 ? [] : withoutFields(listing.content, closedFields(listing.content, kind.groups, level)).texts;
    const translated = level === 0 ? {} : readings(open, listing.language, viewer);
    const lots = level > 0 && listing.kind === 'need' ? { filledLots: listing.filledLots } : {};
    return { ...head, ...lots, ...projectContent(listing.content, level, kind), ...translated, ...unnamed, country: listing.country };
  }
  const pending = visiblePending(listing, viewer);
  return {
    ...head,
    ...listing.content,
    ...(listing.kind === 'need' && { filledLots: listing.filledLots }),
    ...readings(listing.content.texts, listing.language, viewer),
    country: listing.country,
    ...pick(listing, ['organizationId', 'stateReason', 'stateNote', 'externalKey', 'createdBy', 'submittedBy', 'createdAt', 'submittedAt']),
    ...pick(listing, ['assuredBy', 'assuredChanged']),
    acted: actedFor(listing, inside),
    contactPersonId: listing.content.contactPersonId ?? listing.contactPersonId,
    pending: pending && { ...pending.content, revision: pending.revision, state: pending.state, language: pending.language },
    reviews: listing.reviews.map((review) =>
      inside === 'owner' ? omit(review, ['reviewerId', 'reviewerName', 'checklist', 'readBy']) : review,
    ),
    changeRequests: listing.changeRequests,
    allowed,
  };
}

/** By whom it was entered, submitted and confirmed: of her own people the owner reads the names, the house those of its desks. */
const actedFor = ({ acted, onBehalf }: ListingRecord, inside: InsideView): Record<string, object | null> =>
  Object.fromEntries(
    Object.entries(acted).map(([what, who]) => {
      if (who === null) return [what, null];
      const isKnown = who.isMember === (inside === 'owner');
      return [what, { by: who.isMember || !onBehalf ? 'owner' : 'desk', name: isKnown ? who.name : null }];
    }),
  );

/** As telling as the owner's name. */
const enteredByOf = ({ onBehalf, anonymous }: ListingLine, { inside, level }: Viewer): { enteredBy?: 'centre' | 'member' } =>
  inside !== null || level === 3 || (level > 0 && !anonymous) ? { enteredBy: onBehalf ? 'centre' : 'member' } : {};

const organizationOf = ({ organization, anonymous }: ListingLine, { inside, level }: Viewer): { organization?: object } =>
  inside !== null || level === 3 || (level > 0 && !anonymous) ? { organization } : {};

const visiblePending = <Line extends ListingLine>({ pending }: Line, { inside }: Viewer): Line['pending'] =>
  pending !== null && (inside !== 'officer' || pending.state !== 'draft') ? pending : null;
