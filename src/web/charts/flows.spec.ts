import { loadCodeBookFromFiles } from '../../modules/taxonomy/index.js';
import { LEAST_SHOWN, regionFlows, shownFlows } from './flows.js';

const book = loadCodeBookFromFiles();
const flow = (from: string, to: string, pairs: number, introductions = 0) => ({ from, to, pairs, introductions });

describe('flows that show nobody', () => {
  it('leave out counts that are too small, and come largest first', () => {
    const flows = [flow('KE', 'UG', LEAST_SHOWN), flow('SN', 'NE', 11), flow('BR', 'MZ', LEAST_SHOWN - 1)];
    expect(shownFlows(flows, 'pairs')).toEqual([
      { from: 'SN', to: 'NE', count: 11 },
      { from: 'KE', to: 'UG', count: 3 },
    ]);
    expect(shownFlows(flows, 'introductions')).toEqual([]);
  });

  it('are summed up by region, where a large sum may come of small counts', () => {
    const flows = [flow('KE', 'UG', 2, 1), flow('SN', 'NE', 2, 1), flow('BR', 'KE', 2, 9), flow('KE', 'nowhere', 50)];
    expect(regionFlows(flows, 'pairs', book)).toEqual([{ from: '202', to: '202', count: 4 }]);
    expect(regionFlows(flows, 'introductions', book)).toEqual([{ from: '419', to: '202', count: 9 }]);
  });
});
