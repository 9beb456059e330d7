/** Accounts, sessions and API keys. Only this folder knows better-auth. */
export { ActorReader, type Newcomer } from './actor.reader.js';
export { SESSION_SECONDS } from './auth.js';
export { AuthGateway, tooManyAttempts, type Credentials, type Outcome } from './auth.gateway.js';
export { AuthModule } from './auth.module.js';
export { changePassword, email, newPassword, personName, refuseWeak, signIn, signUp } from './auth.schemas.js';
export { CredentialStore, type KeyRow, type NewKey, type SessionRow } from './credential.store.js';
export { hashPassword, weaknessOf } from './passwords.js';
