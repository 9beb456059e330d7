import { loadCodeBookFromFiles } from '../../modules/taxonomy/index.js';
import { bySectorGroup } from './insights.service.js';

it('sums main sectors of any depth up to their groups, and leaves out codes that are none', () => {
  const counts = [
    { code: '14031', needs: 1, offers: 2 },
    { code: '140', needs: 1, offers: 0 },
    { code: '12220', needs: 0, offers: 1 },
    { code: 'none', needs: 9, offers: 9 },
  ];
  expect(bySectorGroup(counts, loadCodeBookFromFiles())).toEqual([
    { code: '14', needs: 2, offers: 2 },
    { code: '12', needs: 0, offers: 1 },
  ]);
});
