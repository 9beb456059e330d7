import { NameIndex, type ListedName } from './name-index.js';

const entry = (names: string[], country: string | null = null): ListedName => ({ list: 'test', names, country });
const limits = { atLeast: 0.85, discount: 0.05 };

it('finds an entry by its name or an alias, once, by the one that is most alike', () => {
  const listed = entry(['Crescent Arms Trading', 'Crescent Trading', 'CAT']);
  const found = new NameIndex([listed, entry(['Nobody at all'])]).find('Crescent Trading Ltd', 'KE', limits);
  expect(found).toEqual([{ entry: listed, name: 'Crescent Trading', likeness: 1 }]);
});

it('takes something off where the country is another', () => {
  const index = new NameIndex([entry(['Crescent Tradings'], 'SY')]);
  expect(index.find('Crescent Trading', 'SY', { ...limits, atLeast: 0.9 })).toHaveLength(1);
  expect(index.find('Crescent Trading', 'KE', { ...limits, atLeast: 0.9 })).toHaveLength(0);
});

it('puts the most alike first', () => {
  const index = new NameIndex([entry(['Crescant Tradings']), entry(['Crescent Trading'])]);
  expect(index.find('Crescent Trading', 'KE', limits).map(({ name }) => name)).toEqual(['Crescent Trading', 'Crescant Tradings']);
});

it('leaves out no name that is alike for the sake of speed', () => {
  const spellings = ['Muhammad Rasheed Trade', 'Mohamed Rachid Trade', 'Mohammed Rashid Trading'];
  const index = new NameIndex(spellings.map((name) => entry([name])));
  expect(index.find('Mohammed Rashid Trade', 'KE', { atLeast: 0.5, discount: 0 })).toHaveLength(3);
});
