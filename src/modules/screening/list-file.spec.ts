import { DomainError } from '../../kernel/errors.js';
import { readList } from './list-file.js';

function faults(csv: string): string[] {
  try {
    readList(csv);
  } catch (error) {
    if (error instanceof DomainError) return (error.details.errors ?? []).map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
  return [];
}

it('reads names, aliases and countries, whatever else there is', () => {
  expect(readList('\ufeffName,Country,aliases,remark\r\n"Crescent, Trading",SY,CT; Crescent|CTC,x\r\nNobody,,,\r\n')).toEqual([
    { names: ['Crescent, Trading', 'CT', 'Crescent', 'CTC'], country: 'SY' },
    { names: ['Nobody'], country: null },
  ]);
  expect(readList('name\nOne\n\nTwo\n')).toHaveLength(2);
});

it.each([
  ['', ['csv no-name']],
  ['title\nOne', ['csv no-name']],
  ['name,country\n', ['csv empty']],
  ['name,country\n,Kenya\nOne,ke', ['csv.2.name required', 'csv.2.country format', 'csv.3.country format']],
  ['name\n"One', ['csv unreadable']],
])('refuses %j', (csv, expected) => expect(faults(csv)).toEqual(expected));
