import { invalid } from '../../kernel/errors.js';
import { contactIn } from '../listings/index.js';

/** @throws DomainError `request.invalid` (400) for words that lead past the introduction. */
export function requireNoContact(path: string, text: string): void {
  const found = contactIn(text);
  if (found)
    throw invalid([{ path, code: 'contact', message: `Leave out the ${found}: contacts are shown to both sides with the introduction.` }]);
}
