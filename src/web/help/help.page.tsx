import { Article, More, Section } from '../article/article.js';
import { SummaryList } from '../components/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { useReader } from '../page/reader.js';

const SEEN = ['everybody', 'members', 'checked', 'introduced', 'reviewers'] as const;
const LEVELS = ['registered', 'confirmed', 'papers', 'depth'] as const;

/** How the exchange works, for whoever has never seen it. */
export const HelpPage = () => (
  <Article title="help.title" lead="help.lead">
    <Section title="help.free.title" text={['help.free.text']} />
    <Section
      title="help.steps.title"
      points={['help.steps.publish', 'help.steps.compare', 'help.steps.answer', 'help.steps.approve', 'help.steps.outcome']}
      areSteps
    >
      <More path="/help/scores" text="help.more-scores" />
    </Section>
    <Section title="help.providers.title" points={['help.providers.register', 'help.providers.life', 'help.providers.raise']} />
    <Section title="help.seekers.title" points={['help.seekers.describe', 'help.seekers.suggested', 'help.seekers.decide']} />
    <Section title="help.centres.title" text={['help.centres.text', 'help.centres.none']}>
      <More path="/countries" text="help.more-countries" />
    </Section>
    <Section title="help.seen.title">
      <Told rows={SEEN.map((who) => [`help.seen.${who}`, `help.seen.${who}-text`])} />
    </Section>
    <Section title="help.levels.title" text={['help.levels.text']}>
      <Told rows={LEVELS.map((level) => [`help.levels.${level}`, `help.levels.${level}-text`])} />
    </Section>
    <Section title="help.endorsement.title" text={['help.endorsement.text']}>
      <More path="/terms" text="help.more-terms" />
    </Section>
  </Article>
);

const Told = ({ rows }: { rows: readonly (readonly [MessageKey, MessageKey])[] }) => {
  const { t } = useReader();
  return <SummaryList rows={rows.map(([name, text]) => ({ key: t(name), value: t(text) }))} />;
};
