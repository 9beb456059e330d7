import { Article, More, Section } from '../article/article.js';
import { SummaryList } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { LastChanged } from './last-changed.js';

const CHANGED = '2026-11-30';
const KEPT = ['account', 'session', 'organization', 'listings', 'matches', 'record', 'mail', 'imports', 'log', 'backup'] as const;
const COOKIES = ['session', 'language', 'done'] as const;

export interface Kept {
  /** Days that a sign-in lasts without use. */
  session: number;
  /** Days that an import is kept. */
  imports: number;
}

/** What is kept of people, why and for how long, as the program does it. */
export const PrivacyPage = ({ session, imports }: Kept) => {
  const { t } = useReader();
  const days = { session, imports };
  return (
    <Article title="privacy.title" lead="privacy.lead">
      <Section title="privacy.kept.title">
        <SummaryList rows={KEPT.map((what) => ({ key: t(`privacy.kept.${what}`), value: t(`privacy.kept.${what}-text`, days) }))} />
      </Section>
      <Section title="privacy.cookies.title" text={['privacy.cookies.text']}>
        <SummaryList
          rows={COOKIES.map((what) => ({ key: t(`privacy.cookies.${what}`), value: t(`privacy.cookies.${what}-text`, days) }))}
        />
      </Section>
      <Section
        title="privacy.seen.title"
        points={['privacy.seen.public', 'privacy.seen.contacts', 'privacy.seen.staff', 'privacy.seen.nobody']}
      />
      <Section
        title="privacy.yours.title"
        points={['privacy.yours.read', 'privacy.yours.sessions', 'privacy.yours.mails', 'privacy.yours.erase']}
      >
        <More path="/countries" text="accessibility.tell.link" />
      </Section>
      <LastChanged text={t('legal.changed')} day={CHANGED} />
    </Article>
  );
};
