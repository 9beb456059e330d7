/** People: who they are, their keys and sessions, and what they are as staff. Needs HttpModule and AuthModule. */
export { AccountLinks } from './account-links.service.js';
export { AccountsService } from './accounts.service.js';
export { DESK_ACTS, type DeskAct, deskKeys, type DeskKeys, USUAL_KEYS } from './desk-keys.js';
export { personDisabled, personJoined } from './identity.events.js';
export { IdentityModule } from './identity.module.js';
export { actFor, meChange, newKey, peopleQuery, STAFF_ROLES, type StaffRole, welcomeForm } from './identity.schemas.js';
export { KeysService } from './keys.service.js';
export { type Contact, type Me, PeopleQueries, type PersonRow } from './people.queries.js';
export { PeopleService } from './people.service.js';
export { preferredLanguage } from './preferred-language.js';
export { PersonEntity } from './person.entity.js';
import { PersonEntity } from './person.entity.js';
import { WelcomeLinkEntity } from './welcome-link.entity.js';

export const identityEntities = [PersonEntity, WelcomeLinkEntity];
