import { patternFault, placeholdersOf } from './message-pattern.js';

const KNOWN = ['title', 'count', 'side'];

it.each([
  ['“{title}” is published.'],
  ['{count, plural, one {# offer} other {# offers}} for {title}'],
  ['{side, select, provider {{count, plural, =0 {none} other {#}}} other {it}}'],
  ['A price < 5 and > 3, 10% <b>off</b>'],
])('may be said: %s', (pattern) => {
  expect(patternFault(pattern, KNOWN)).toBeNull();
});

it.each([
  ['“{title” is published.', 'syntax'],
  ['{count, plural, one {# offer}}', 'syntax'],
  ['{side, select, provider {{other}} other {}}', 'placeholder'],
  ['{nobody}', 'placeholder'],
  ['until {title, date, long}', 'format'],
  ['{side, select, provider {{count, number, percent}} other {}}', 'format'],
])('may not be said: %s', (pattern, code) => {
  expect(patternFault(pattern, KNOWN)?.code).toBe(code);
});

it('says what may be named', () => {
  expect(patternFault('{nobody}', ['title', 'count'])?.message).toBe('It knows nothing of {nobody}: it may name {title}, {count}.');
});

it('finds the names that a text mentions, each once', () => {
  expect(placeholdersOf('{side, select, a {{title} {count, plural, other {# {title}}}} other {}}')).toEqual(['side', 'title', 'count']);
});
