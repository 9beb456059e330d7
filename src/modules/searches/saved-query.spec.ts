import { pageOfSearch } from './saved-query.js';

it.each([
  ['kind=need&q=pump', '/needs?q=pump'],
  ['kind=need', '/needs'],
  ['q=pump', '/offers?q=pump'],
  ['kind=solution&q=%D9%85%D8%A7%D8%A1', '/offers?kind=solution&q=%D9%85%D8%A7%D8%A1'],
  ['', '/offers'],
])('%j is shown at %s', (query, path) => expect(pageOfSearch(query)).toBe(path));
