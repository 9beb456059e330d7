import { AccountsService } from '../../../src/modules/identity/index.js';
import { invitationToken } from '../../../src/modules/organizations/invitation-token.js';
import type { Exchange, Role } from './exchange.js';
import { submittedOffer } from './submitted-offer.js';

/** A page to look at: by whom, and where it is in the example exchange. */
export interface Place {
  name: string;
  role: Role;
  path: string | ((exchange: Exchange) => Promise<string>);
}

/** The best match in one of these states that the organization of a demo account is a side of. */
function matchOf(role: Exclude<Role, 'visitor'>, states: readonly string[], base: string, then = ''): Place['path'] {
  return async (exchange) => {
    const { organizationId } = exchange.account(role);
    return `${base}/${await firstMatch(exchange, '$2 IN (m.need_organization_id, m.offer_organization_id)', states, organizationId)}${then}`;
  };
}

const anyMatch =
  (states: readonly string[], then = ''): Place['path'] =>
  async (exchange) =>
    `/desk/matches/${await firstMatch(exchange, '$2::uuid IS NULL', states, null)}${then}`;

async function firstMatch({ gate }: Exchange, where: string, states: readonly string[], value: string | null): Promise<string> {
  const { rows } = await gate.sql.query<{ id: string }>(
    `SELECT m.id FROM match m WHERE m.state = ANY($1) AND ${where} ORDER BY m.score DESC, m.id LIMIT 1`,
    [states, value],
  );
  if (!rows[0]) throw new Error(`the examples have no match that is ${states.join(' or ')}`);
  return rows[0].id;
}

const listingOf =
  (kind: string, base: string, then = '', language = 'en'): Place['path'] =>
  async ({ gate }) => {
    const { rows } = await gate.sql.query<{ id: string }>(
      'SELECT id FROM catalogue_listing WHERE kind = $1 AND language = $2 ORDER BY reference LIMIT 1',
      [kind, language],
    );
    return `${base}/${rows[0]?.id ?? ''}${then}`;
  };

const pathOf = (link: string): string => `${new URL(link).pathname}${new URL(link).search}`;

/** A manager of the examples invites somebody. */
async function invitation(exchange: Exchange): Promise<string> {
  const { gate } = exchange;
  const { organizationId, apiKey } = exchange.account('provider-manager');
  const email = `guest-${Date.now()}@example.org`;
  await gate.visitor.withKey(apiKey).post(`/api/v1/organizations/${organizationId}/invitations`, { email, role: 'editor' });
  const { rows } = await gate.sql.query<{ id: string }>('SELECT id FROM invitation WHERE email = $1', [email]);
  return `/invitations/accept?token=${invitationToken(String(rows[0]?.id), gate.config.secret)}`;
}

/** A page of a listing that the organization of a demo account has published. */
function ownListing(role: Exclude<Role, 'visitor'>, kinds: readonly string[], then = ''): Place['path'] {
  return async (exchange) => {
    const { rows } = await exchange.gate.sql.query<{ id: string }>(
      `SELECT id FROM listing WHERE organization_id = $1 AND kind = ANY($2) AND state = 'published' ORDER BY reference LIMIT 1`,
      [exchange.account(role).organizationId, kinds],
    );
    if (!rows[0]) throw new Error(`the organization of the ${role} has no ${kinds.join(' or ')}`);
    return `/my/listings/${rows[0].id}${then}`;
  };
}

const OFFERS = ['technology', 'solution', 'financing'];

/** Every page of the exchange. A page that is not named here is not looked at: add yours, in its states. */
export const SITEMAP: readonly Place[] = [
  { name: 'home', role: 'visitor', path: '/' },
  { name: 'sign-in', role: 'visitor', path: '/sign-in' },
  { name: 'sign-up', role: 'visitor', path: '/sign-up' },
  { name: 'contact', role: 'visitor', path: '/contact' },
  { name: 'offers', role: 'visitor', path: '/offers' },
  { name: 'offers-chosen', role: 'seeker-editor', path: '/offers?q=water&sdg=6,2&crs=140&country=KE,IN' },
  { name: 'offers-none', role: 'visitor', path: '/offers?q=zeppelin&readiness=8,9' },
  { name: 'needs', role: 'provider-editor', path: '/needs' },
  { name: 'matches', role: 'seeker-editor', path: '/matches' },
  { name: 'matches-of-group', role: 'provider-editor', path: '/matches?group=suggested' },
  { name: 'matches-none', role: 'provider-editor', path: '/matches?group=ended&listing=00000000-0000-4000-8000-000000000001' },
  { name: 'match-suggested-seeker', role: 'seeker-editor', path: matchOf('seeker-editor', ['suggested'], '/matches') },
  { name: 'match-suggested-provider', role: 'provider-editor', path: matchOf('provider-editor', ['suggested'], '/matches') },
  { name: 'match-decline', role: 'seeker-editor', path: matchOf('seeker-editor', ['suggested'], '/matches', '/decline') },
  { name: 'desk-matches', role: 'administrator', path: '/desk/matches' },
  { name: 'desk-matches-officer', role: 'centre-officer', path: '/desk/matches?state=suggested' },
  { name: 'desk-match-propose', role: 'administrator', path: '/desk/matches/new' },
  { name: 'desk-match-review', role: 'administrator', path: anyMatch(['under_review']) },
  { name: 'desk-match-held', role: 'administrator', path: anyMatch(['held']) },
  { name: 'desk-match-introduced', role: 'administrator', path: anyMatch(['introduced', 'in_dialogue']) },
  { name: 'desk-match-declined', role: 'administrator', path: anyMatch(['declined']) },
  { name: 'desk-match-assign', role: 'administrator', path: anyMatch(['under_review'], '/assign') },
  { name: 'desk-match-reject', role: 'administrator', path: anyMatch(['under_review'], '/reject') },
  { name: 'help', role: 'visitor', path: '/help' },
  { name: 'help-scores', role: 'visitor', path: '/help/scores' },
  { name: 'accessibility', role: 'visitor', path: '/accessibility' },
  { name: 'privacy', role: 'visitor', path: '/privacy' },
  { name: 'terms', role: 'visitor', path: '/terms' },
  { name: 'insights', role: 'visitor', path: '/insights' },
  { name: 'desk', role: 'administrator', path: '/desk' },
  { name: 'desk-organizations', role: 'administrator', path: '/desk/organizations' },
  { name: 'desk-organization', role: 'administrator', path: (exchange) => organization(exchange, '') },
  { name: 'desk-organization-suspend', role: 'administrator', path: (exchange) => organization(exchange, '/decide/suspend') },
  { name: 'desk-screening', role: 'administrator', path: '/desk/screening' },
  { name: 'desk-organization-edit', role: 'administrator', path: (exchange) => organization(exchange, '/edit') },
  { name: 'desk-organization-paper', role: 'administrator', path: (exchange) => organization(exchange, '/papers/new') },
  { name: 'desk-kept', role: 'centre-officer', path: '/desk/kept' },
  { name: 'desk-kept-new', role: 'centre-officer', path: '/desk/kept/new' },
  { name: 'desk-consents', role: 'centre-officer', path: '/desk/consents' },
  { name: 'desk-endorsements', role: 'centre-officer', path: '/desk/endorsements' },
  { name: 'countries', role: 'visitor', path: '/countries' },
  { name: 'country', role: 'visitor', path: '/countries/KE' },
  { name: 'country-without-centre', role: 'visitor', path: '/countries/SS' },
  { name: 'consent-form', role: 'visitor', path: '/consent-form?country=KE' },
  { name: 'desk-needs', role: 'administrator', path: '/desk/needs' },
  { name: 'desk-expiring', role: 'administrator', path: '/desk/expiring' },
  { name: 'desk-listings', role: 'administrator', path: async (exchange) => (await submittedOffer(exchange), '/desk/listings') },
  { name: 'desk-review', role: 'administrator', path: async (exchange) => `/desk/listings/${await submittedOffer(exchange)}` },
  {
    name: 'desk-review-changes',
    role: 'administrator',
    path: async (exchange) => `/desk/listings/${await submittedOffer(exchange)}/request-changes`,
  },
  {
    name: 'desk-review-reject',
    role: 'administrator',
    path: async (exchange) => `/desk/listings/${await submittedOffer(exchange)}/reject`,
  },
  {
    name: 'desk-review-assign',
    role: 'administrator',
    path: async (exchange) => `/desk/listings/${await submittedOffer(exchange)}/assign`,
  },
  { name: 'offer-teaser', role: 'visitor', path: listingOf('technology', '/offers') },
  { name: 'offer-technology', role: 'seeker-editor', path: listingOf('technology', '/offers') },
  { name: 'offer-solution', role: 'provider-editor', path: listingOf('solution', '/offers') },
  { name: 'offer-financing', role: 'seeker-editor', path: listingOf('financing', '/offers', '', 'fr') },
  { name: 'need-full', role: 'provider-editor', path: listingOf('need', '/needs') },
  { name: 'need-meet', role: 'provider-editor', path: listingOf('need', '/needs', '/meet') },
  { name: 'offer-want', role: 'provider-editor', path: listingOf('solution', '/offers', '/want') },
  {
    name: 'organization-public',
    role: 'seeker-editor',
    path: (exchange) => Promise.resolve(`/organizations/${exchange.account('provider-editor').organizationId ?? ''}`),
  },
  { name: 'reset', role: 'visitor', path: '/sign-in/reset' },
  { name: 'reset-gone', role: 'visitor', path: '/reset/no-such-token' },
  { name: 'welcome', role: 'visitor', path: async ({ gate }) => pathOf(await gate.get(AccountsService).invitationLink('new@example.org')) },
  { name: 'unsubscribe-unknown', role: 'visitor', path: '/unsubscribe' },
  { name: 'invitation', role: 'visitor', path: invitation },
  { name: 'dashboard-provider', role: 'provider-manager', path: '/dashboard' },
  { name: 'dashboard-seeker', role: 'seeker-editor', path: '/dashboard' },
  { name: 'dashboard-centre', role: 'centre-officer', path: '/dashboard' },
  { name: 'dashboard-administrator', role: 'administrator', path: '/dashboard' },
  { name: 'messages', role: 'provider-manager', path: '/notifications' },
  { name: 'saved-searches-none', role: 'seeker-manager', path: '/searches' },
  { name: 'shortlist-none', role: 'seeker-manager', path: '/shortlist' },
  { name: 'organization', role: 'provider-manager', path: '/organization' },
  { name: 'organization-new', role: 'seeker-manager', path: '/organization/new' },
  { name: 'organization-edit', role: 'provider-manager', path: '/organization/edit' },
  { name: 'organization-members', role: 'provider-manager', path: '/organization/members' },
  { name: 'organization-papers', role: 'seeker-manager', path: '/organization/papers' },
  { name: 'organization-paper-new', role: 'seeker-manager', path: '/organization/papers/new' },
  { name: 'organization-provider', role: 'provider-editor', path: '/organization/provider' },
  { name: 'organization-consents', role: 'provider-manager', path: '/organization/consents' },
  { name: 'account', role: 'seeker-manager', path: '/account' },
  { name: 'account-mails', role: 'centre-officer', path: '/account/notifications' },
  { name: 'account-desk-keys', role: 'centre-officer', path: '/account/desk-keys' },
  { name: 'account-password', role: 'seeker-manager', path: '/account/password' },
  { name: 'account-sessions', role: 'seeker-manager', path: '/account/sessions' },
  { name: 'account-keys', role: 'seeker-manager', path: '/account/keys' },
  { name: 'account-organization', role: 'seeker-manager', path: '/account/organization' },
  { name: 'my-listings', role: 'provider-editor', path: '/my/listings' },
  { name: 'my-listings-none', role: 'seeker-editor', path: '/my/listings?show=archived' },
  { name: 'my-listing-new', role: 'provider-editor', path: '/my/listings/new' },
  { name: 'my-offer', role: 'provider-editor', path: ownListing('provider-editor', OFFERS) },
  { name: 'my-offer-answers', role: 'provider-editor', path: ownListing('provider-editor', OFFERS, '/answers') },
  { name: 'my-offer-history', role: 'provider-editor', path: ownListing('provider-editor', OFFERS, '/history') },
  { name: 'my-offer-basics', role: 'provider-editor', path: ownListing('provider-editor', OFFERS, '/edit/basics') },
  { name: 'my-offer-sector', role: 'provider-editor', path: ownListing('provider-editor', OFFERS, '/edit/sector') },
  { name: 'my-offer-readiness', role: 'provider-editor', path: ownListing('provider-editor', OFFERS, '/edit/readiness') },
  { name: 'my-offer-specifications', role: 'provider-editor', path: ownListing('provider-editor', OFFERS, '/edit/specifications') },
  { name: 'my-offer-files', role: 'provider-editor', path: ownListing('provider-editor', OFFERS, '/edit/files') },
  { name: 'my-offer-file', role: 'provider-editor', path: ownListing('provider-editor', OFFERS, '/edit/files/new') },
  { name: 'my-offer-languages', role: 'provider-editor', path: ownListing('provider-editor', OFFERS, '/edit/languages') },
  { name: 'my-offer-language', role: 'provider-editor', path: ownListing('provider-editor', OFFERS, '/edit/languages/fr') },
  { name: 'my-offer-levels', role: 'provider-editor', path: ownListing('provider-editor', OFFERS, '/edit/levels') },
  { name: 'my-offer-pause', role: 'provider-editor', path: ownListing('provider-editor', OFFERS, '/pause') },
  { name: 'my-need', role: 'seeker-editor', path: ownListing('seeker-editor', ['need']) },
  { name: 'my-need-situation', role: 'seeker-editor', path: ownListing('seeker-editor', ['need'], '/edit/situation') },
  { name: 'my-need-requirements', role: 'seeker-editor', path: ownListing('seeker-editor', ['need'], '/edit/requirements') },
  { name: 'my-need-budget', role: 'seeker-editor', path: ownListing('seeker-editor', ['need'], '/edit/budget') },
  { name: 'my-need-reach', role: 'seeker-editor', path: ownListing('seeker-editor', ['need'], '/edit/reach') },
  { name: 'imports', role: 'provider-editor', path: '/my/imports' },
  { name: 'import-new', role: 'provider-editor', path: '/my/imports/new' },
  { name: 'not-found', role: 'visitor', path: '/no-such-page' },
  { name: 'admin', role: 'administrator', path: '/admin' },
  { name: 'admin-people', role: 'administrator', path: '/admin/people' },
  { name: 'admin-person', role: 'administrator', path: ({ gate }) => find(gate, '/admin/people/', `SELECT id FROM person WHERE auditor`) },
  { name: 'admin-centres', role: 'administrator', path: '/admin/centres' },
  {
    name: 'admin-centre',
    role: 'administrator',
    path: ({ gate }) => find(gate, '/admin/centres/', `SELECT id FROM centre ORDER BY name LIMIT 1`),
  },
  { name: 'admin-centre-new', role: 'administrator', path: '/admin/centres/new' },
  { name: 'admin-windows', role: 'administrator', path: '/admin/windows' },
  { name: 'admin-window-edit', role: 'administrator', path: '/admin/windows/lldc/edit' },
  { name: 'admin-code-lists', role: 'administrator', path: '/admin/code-lists' },
  { name: 'admin-code-list', role: 'administrator', path: '/admin/code-lists/reason' },
  { name: 'admin-code', role: 'administrator', path: '/admin/code-lists/reason/price' },
  { name: 'admin-code-edit', role: 'administrator', path: '/admin/code-lists/reason/price/edit' },
  { name: 'admin-group', role: 'administrator', path: '/admin/code-lists/group/LLDC' },
  { name: 'admin-member', role: 'administrator', path: '/admin/code-lists/group/LDC/members/NP' },
  { name: 'admin-rules', role: 'administrator', path: '/admin/rules' },
  { name: 'admin-rule', role: 'administrator', path: '/admin/rules/match.checklist' },
  { name: 'admin-notice', role: 'administrator', path: '/admin/notices/published' },
  { name: 'admin-jobs', role: 'administrator', path: '/admin/jobs' },
  { name: 'admin-imports', role: 'administrator', path: '/admin/imports' },
  { name: 'admin-audit', role: 'auditor', path: '/admin/audit' },
  { name: 'admin-chain', role: 'auditor', path: '/admin/audit/chain' },
  { name: 'admin-screening', role: 'administrator', path: '/admin/screening' },
  { name: 'admin-system', role: 'administrator', path: '/admin/system' },
  { name: 'admin-examples', role: 'administrator', path: '/admin/examples' },
  { name: 'admin-translations', role: 'administrator', path: '/admin/translations' },
  { name: 'admin-announcements', role: 'administrator', path: '/admin/announcements' },
  { name: 'admin-figures', role: 'centre-officer', path: '/admin/figures' },
];

/** The address of a row of the examples. */
const find = async (gate: Exchange['gate'], at: string, sql: string): Promise<string> => {
  const { rows } = await gate.sql.query<{ id: string }>(sql);
  return `${at}${rows[0]?.id}`;
};
function organization({ accounts }: Exchange, then: string): Promise<string> {
  const id = accounts.find(({ organizationId }) => organizationId !== null)?.organizationId ?? '';
  return Promise.resolve(`/desk/organizations/${id}${then}`);
}
