export const DELIVERIES = ['off', 'immediate', 'daily'] as const;
/** How a kind reaches a person by mail; the inbox has it in any case. */
export type Delivery = (typeof DELIVERIES)[number];

/**
 * Everything people are told, with how it is mailed unless they want it otherwise (DESIGN 7): at once what waits for them or decides
 * something of theirs, in the daily digest what is only found.
 */
export const NOTIFICATION_KINDS = {
  registered: 'immediate',
  submitted: 'daily',
  'review-waiting': 'immediate',
  'review-blocked': 'immediate',
  'changes-requested': 'immediate',
  rejected: 'immediate',
  published: 'immediate',
  imported: 'immediate',
  'import-ended': 'immediate',
  expiring: 'immediate',
  'answers-missing': 'immediate',
  'search-found': 'immediate',
  'matches-found': 'daily',
  'match-proposed': 'daily',
  'other-side-yes': 'immediate',
  'still-yes': 'immediate',
  'under-review': 'immediate',
  'papers-needed': 'immediate',
  'papers-awaited': 'immediate',
  'match-to-review': 'daily',
  introduced: 'immediate',
  'match-waiting': 'immediate',
  'match-question': 'immediate',
  'match-answer': 'immediate',
  'match-unanswered': 'daily',
  'outcomes-differ': 'immediate',
  'match-review-late': 'immediate',
  'match-lapsed': 'immediate',
  'outcome-question': 'immediate',
  'match-declined': 'immediate',
  'match-undone': 'immediate',
  'match-rejected': 'immediate',
  'match-withdrawn': 'immediate',
  'organization-verified': 'immediate',
  'organization-rejected': 'immediate',
  'organization-suspended': 'immediate',
  'organization-resumed': 'immediate',
  'organization-held': 'immediate',
  'papers-to-check': 'daily',
  'copy-to-add': 'immediate',
  'paper-refused': 'immediate',
  'papers-late': 'immediate',
  'verification-ending': 'immediate',
  'verification-ended': 'immediate',
  'due-diligence-to-decide': 'daily',
  'due-diligence-late': 'immediate',
  'due-diligence-passed': 'immediate',
  'due-diligence-ending': 'immediate',
  'due-diligence-ended': 'immediate',
  endorsed: 'daily',
  'endorsement-withdrawn': 'immediate',
  'language-wished': 'daily',
  'centre-letter-ending': 'immediate',
  'consent-ending': 'immediate',
  'consent-ended': 'immediate',
} as const satisfies Record<string, Delivery>;

export type NotificationKind = keyof typeof NOTIFICATION_KINDS;
export const KINDS = Object.keys(NOTIFICATION_KINDS) as [NotificationKind, ...NotificationKind[]];
