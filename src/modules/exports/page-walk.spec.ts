import { everyRow } from './page-walk.js';

it('reads page after page, and none before it is asked for', async () => {
  const asked: (string | undefined)[] = [];
  const pages: Record<string, { items: number[]; next: string | null }> = {
    first: { items: [1, 2], next: 'b' },
    b: { items: [], next: 'c' },
    c: { items: [3], next: null },
  };
  const rows = await everyRow(({ after }) => {
    asked.push(after);
    return Promise.resolve(pages[after ?? 'first']!);
  });
  expect(asked).toEqual([undefined]);
  expect([(await rows.next()).value, (await rows.next()).value]).toEqual([1, 2]);
  expect(asked).toEqual([undefined]);
  expect((await rows.next()).value).toBe(3);
  expect(asked).toEqual([undefined, 'b', 'c']);
  expect((await rows.next()).done).toBe(true);
});

it('is refused where the list is', async () => {
  await expect(everyRow(() => Promise.reject(new Error('not yours')))).rejects.toThrow('not yours');
});
