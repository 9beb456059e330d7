import type account from '../locales/en/account.json';
import type admin from '../locales/en/admin.json';
import type centre from '../locales/en/centre.json';
import type codeLists from '../locales/en/code-lists.json';
import type common from '../locales/en/common.json';
import type contact from '../locales/en/contact.json';
import type consentForm from '../locales/en/consent-form.json';
import type dashboard from '../locales/en/dashboard.json';
import type desk from '../locales/en/desk.json';
import type dossier from '../locales/en/dossier.json';
import type faults from '../locales/en/faults.json';
import type figures from '../locales/en/figures.json';
import type help from '../locales/en/help.json';
import type home from '../locales/en/home.json';
import type imports from '../locales/en/imports.json';
import type insights from '../locales/en/insights.json';
import type legal from '../locales/en/legal.json';
import type listing from '../locales/en/listing.json';
import type match from '../locales/en/match.json';
import type matchReview from '../locales/en/match-review.json';
import type myListings from '../locales/en/my-listings.json';
import type onBehalf from '../locales/en/on-behalf.json';
import type organization from '../locales/en/organization.json';
import type organizationPublic from '../locales/en/organization-public.json';
import type review from '../locales/en/review.json';
import type rules from '../locales/en/rules.json';
import type search from '../locales/en/search.json';
import type shortlist from '../locales/en/shortlist.json';
import type signIn from '../locales/en/sign-in.json';
import type wizard from '../locales/en/wizard.json';

/** Every text of the pages, by key; a file of `locales/en` is an area, named here once so that its keys are known to the compiler. */
export type MessageKey = keyof (typeof account &
  typeof admin &
  typeof centre &
  typeof codeLists &
  typeof common &
  typeof consentForm &
  typeof contact &
  typeof dashboard &
  typeof desk &
  typeof dossier &
  typeof faults &
  typeof figures &
  typeof help &
  typeof home &
  typeof imports &
  typeof insights &
  typeof legal &
  typeof listing &
  typeof match &
  typeof matchReview &
  typeof myListings &
  typeof onBehalf &
  typeof organization &
  typeof organizationPublic &
  typeof review &
  typeof rules &
  typeof search &
  typeof shortlist &
  typeof signIn &
  typeof wizard);
