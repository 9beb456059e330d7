import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { MatchInterestService } from '../../../src/modules/matching/index.js';
import { notificationMessages } from '../../../src/modules/notifications/notification-words.js';
import { LANGUAGES } from '../../../src/platform/i18n/locales.js';
import { DigestsService } from '../../../src/modules/notifications/digests.service.js';
import { NotificationsModule } from '../../../src/modules/notifications/index.js';
import { PreferencesService } from '../../../src/modules/notifications/preferences.service.js';
import { matchingContext, newListed, newPair, runJobs, runJobsAgain, type MatchingContext } from '../../support/factories/matching.js';
import { newOrganization, newPerson } from '../../support/factories/organizations.js';

let context: MatchingContext;
let digests: DigestsService;
beforeAll(async () => {
  context = await matchingContext([NotificationsModule]);
  digests = context.get(DigestsService);
});
afterAll(() => context.close());
beforeEach(() => context.shiftClock(`${hoursUntil(12)} hours`));

/** Whole hours from now to the next time it is (UTC) so late, on the day that follows `days` days. */
const hoursUntil = (hour: number, days = 0): number => ((hour - new Date().getUTCHours() + 24) % 24) + 24 * days;

interface Letter {
  language: string | undefined;
  subject: string;
  text: string;
}

/** What was mailed to her, in the order of the Message-IDs. */
async function letters({ personId }: PersonActor): Promise<Letter[]> {
  const { rows } = await context.sql.query<{ email: string }>('SELECT email FROM person WHERE id = $1', [personId]);
  const folder = path.join(context.config.dataDir, 'mail');
  const mails = readdirSync(folder)
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
  return mails.filter((mail) => mail.includes(`To: ${rows[0]?.email}\r\n`)).map(read);
}

function read(mail: string): Letter {
  const end = mail.indexOf('\r\n\r\n');
  const [head, body] = [mail.slice(0, end).replace(/\r\n[ \t]+/g, ' '), mail.slice(end + 4)];
  const encoding = /Content-Transfer-Encoding: (.*)/i.exec(head)?.[1]?.trim();
  const text =
    encoding === 'base64' ? Buffer.from(body, 'base64').toString() : encoding === 'quoted-printable' ? fromQuotedPrintable(body) : body;
  const language = /^Content-Language: (\S+)/m.exec(head)?.[1];
  return { language, subject: decodeWords(/^Subject: (.*)$/m.exec(head)?.[1] ?? ''), text: text.replaceAll('\r\n', '\n') };
}

const bytes = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();
const fromQuotedPrintable = (text: string): string => bytes(text.replace(/=\r?\n/g, ''));
const decodeWords = (text: string): string =>
  text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_, word: string) => bytes(word.replaceAll('_', ' ')))
    .replace(/=\?UTF-8\?B\?(.*?)\?=/gi, (_, word: string) => Buffer.from(word, 'base64').toString());

const said = (letter: Letter | undefined) =>
  letter?.text.split('\n').filter((line) => line && !line.startsWith('Open:') && !line.startsWith('Ouvrir'));
const frenchManager = async () =>
  (await newOrganization(context, { country: 'SN', manager: await newPerson(context, { language: 'fr' }) })).manager;

describe('mail at once', () => {
  it('tells in the reader’s language, with level 0 of the other side and a link, and once though the job runs twice', async () => {
    const provider = await frenchManager();
    const pair = await newPair(context, {
      offer: { owner: provider },
      need: { content: { details: { problem: 'The mayor took the money.' } } },
    });
    await context.get(MatchInterestService).expressInterest(pair.seeker, pair.id, { seen: null, note: 'Call my private line.' });
    await runJobs(context);
    await runJobsAgain(context);
    const mails = await letters(provider);
    const yes = mails.filter(({ text }) => text.includes('Clean water for a town'));
    expect(yes).toHaveLength(1);
    expect(yes[0]?.subject).toContain('Solar pump');
    expect(yes[0]?.text).toContain('Mozambique');
    expect(yes[0]?.text).toContain(`${context.config.publicUrl}/matches/${pair.id}`);
    expect(JSON.stringify(mails)).not.toMatch(/mayor|private line/);
  });

  it('is whole in each language, under a header that says which', async () => {
    for (const language of LANGUAGES) {
      const manager = await newPerson(context, { language: `${language}-XX` });
      await newListed(context, { kind: 'technology', owner: (await newOrganization(context, { manager })).manager });
      await runJobs(context);
      const words = (key: string) => notificationMessages.text(language, key, { title: 'Solar pump', link: '' }) ?? '';
      const published = (await letters(manager)).find(({ subject }) => subject === words('published.subject'));
      expect(published?.language).toBe(language);
      for (const key of ['published.text', 'mail.open', 'mail.footer']) expect(published?.text).toContain(words(key).trim());
    }
  });

  it('is not sent to who does not want it, nor to who is disabled', async () => {
    const [quiet, gone] = [(await newOrganization(context)).manager, (await newOrganization(context)).manager];
    await context.get(PreferencesService).change(quiet, { 'other-side-yes': 'off', published: 'off' });
    for (const owner of [quiet, gone]) {
      const pair = await newPair(context, { offer: { owner } });
      if (owner === gone) await context.sql.query('UPDATE person SET disabled_at = gate_now() WHERE id = $1', [gone.personId]);
      await context.get(MatchInterestService).expressInterest(pair.seeker, pair.id, { seen: null });
    }
    await runJobs(context);
    expect(await letters(quiet)).toEqual([]);
    expect((await letters(gone)).map(({ subject }) => subject)).toEqual(['Published: Solar pump']);
    const { rows } = await context.sql.query<{ kind: string }>('SELECT kind FROM notification WHERE person_id = $1 ORDER BY kind', [
      quiet.personId,
    ]);
    expect(rows.map(({ kind }) => kind)).toContain('other-side-yes');
  });
});

describe('the daily digest', () => {
  it('comes once a day, never empty, with what is unread', async () => {
    const { manager } = await newOrganization(context);
    await context.get(PreferencesService).change(manager, { published: 'off' });
    const made = async () => {
      await digests.makeUp();
      await runJobs(context);
      return (await letters(manager)).length;
    };
    expect(await made()).toBe(0);
    await newListed(context, { kind: 'need', owner: manager, content: { title: 'A well' } });
    await newListed(context, { kind: 'technology' });
    await runJobs(context);
    expect(await made()).toBe(1);
    expect(said((await letters(manager))[0])?.slice(0, 2)).toEqual([
      'New since your last digest:',
      expect.stringMatching(/found for “A well”\.$/),
    ]);
    await newListed(context, { kind: 'technology' });
    await runJobs(context);
    expect(await made()).toBe(1);
    await context.shiftClock(`${hoursUntil(12, 1)} hours`);
    expect(await made()).toBe(2);
    await context.shiftClock(`${hoursUntil(12, 2)} hours`);
    expect(await made()).toBe(2);
  });

  it('waits for the morning, and leaves out what was read in the meantime', async () => {
    await context.shiftClock(`${hoursUntil(3, 3)} hours`);
    const { manager } = await newOrganization(context);
    await context.get(PreferencesService).change(manager, { published: 'off' });
    await newListed(context, { kind: 'need', owner: manager, content: { title: 'A dam' } });
    await runJobs(context);
    await digests.makeUp();
    await runJobs(context);
    expect(await letters(manager)).toEqual([]);
    await context.sql.query('UPDATE notification SET read_at = gate_now() WHERE person_id = $1', [manager.personId]);
    await context.shiftClock(`${hoursUntil(7, 3)} hours`);
    await digests.makeUp();
    await runJobs(context);
    expect(await letters(manager)).toEqual([]);
  });

  it('sends under the same Message-ID when it is sent again', async () => {
    await context.shiftClock(`${hoursUntil(12, 5)} hours`);
    await digests.makeUp();
    await runJobs(context);
    const folder = path.join(context.config.dataDir, 'mail');
    const before = readdirSync(folder).sort();
    await context.sql.query(`UPDATE notification SET mail = 'digest' WHERE digest_id IS NOT NULL`);
    await runJobsAgain(context);
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});

describe('preferences', () => {
  it('are the defaults until something is chosen, and only what is named changes', async () => {
    const person = await newPerson(context);
    const service = context.get(PreferencesService);
    const of = async (kind: string) => (await service.of(person)).items.find((item) => item.kind === kind);
    expect(await of('matches-found')).toEqual({ kind: 'matches-found', delivery: 'daily', default: 'daily' });
    await service.change(person, { 'matches-found': 'immediate' });
    await service.change(person, { introduced: 'off' });
    expect(await of('matches-found')).toEqual({ kind: 'matches-found', delivery: 'immediate', default: 'daily' });
    expect(await of('introduced')).toMatchObject({ delivery: 'off' });
    expect(await of('published')).toMatchObject({ delivery: 'immediate' });
  });
});
