import { DomainError } from '../../kernel/errors.js';
import { MATCH_STATES, type MatchScreens, type MatchesService, type MatchView } from '../../modules/matching/index.js';
import { type FormInput, type PageAnswer, type Reader, withStatus } from '../page/index.js';
import { ConflictPage } from './conflict.page.js';

/** The version of the match that the form was shown with. Without it nothing is decided: 0 is nobody's. */
export function seenIn(form: FormInput): number {
  const version = form.number('version');
  return typeof version === 'number' && Number.isSafeInteger(version) ? version : 0;
}

const stateIn = (form: FormInput): MatchView['state'] | null => MATCH_STATES.find((state) => state === form.text('seen')) ?? null;

const WORDS = ['note', 'question'];

export interface Deciding {
  matches: MatchesService;
  screens: MatchScreens;
  reader: Reader;
  form: FormInput;
  id: string;
  /** Where the match is read. */
  path: string;
}

/** Takes a decision. Where the match has changed since it was read, both versions are shown instead. */
export async function decide({ matches, screens, reader, form, id, path }: Deciding, act: () => Promise<PageAnswer>): Promise<PageAnswer> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DomainError && (error.kind === 'precondition' || error.kind === 'conflict'))) throw error;
    const match = await matches.one(reader.actor, id);
    const seen = { version: seenIn(form), state: stateIn(form) };
    if (seen.version === match.version) throw error;
    const last = (await screens.history(reader.actor, id)).at(-1) ?? null;
    const words = WORDS.flatMap((name) => form.text(name) ?? []);
    return withStatus(
      error.kind === 'precondition' ? 412 : 409,
      <ConflictPage match={match} seen={seen} last={last} words={words} path={path} />,
    );
  }
}
