import { SearchAddress } from './search-address.js';

describe('the address of a search', () => {
  const address = SearchAddress.read('/offers', { q: ' pump ', sdg: ['6', '13', '6'], country: 'KE,IN', sort: '', after: 'abc' });

  it('holds what a form or a link says, each value once', () => {
    expect(address.href).toBe('/offers?q=pump&sdg=6,13&country=KE,IN&after=abc');
  });

  it('goes to the first page when something is taken away', () => {
    expect(address.without('sdg', ['6']).href).toBe('/offers?q=pump&sdg=13&country=KE,IN');
    expect(address.withoutAll(['sdg', 'country']).at('').href).toBe('/offers?q=pump');
  });

  it('searches offers or needs alone, and says so to whoever keeps it', () => {
    expect(SearchAddress.read('/offers', {}).query).toBe('kind=technology,solution,financing');
    expect(SearchAddress.read('/offers', { kind: 'solution' }).query).toBe('kind=solution');
    expect(SearchAddress.read('/needs', { kind: 'technology', q: 'a,b&c' }).query).toBe('q=a,b%26c&kind=need');
  });

  it('takes every kind for no choice', () => {
    expect(SearchAddress.read('/offers', { kind: ['financing', 'solution', 'technology'] }).href).toBe('/offers');
  });
});
