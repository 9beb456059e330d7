import { NOTIFICATION_KINDS } from '../../modules/notifications/index.js';
import { MAIL_TOPICS } from './mail-choices.js';

it('every kind of notice can be chosen, once', () => {
  expect(Object.values(MAIL_TOPICS).flat().sort()).toEqual(Object.keys(NOTIFICATION_KINDS).sort());
});
