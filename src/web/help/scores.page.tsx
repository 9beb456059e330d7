import { NOT_STATED, SET_SIZE, THRESHOLD, type WorkedExample } from '../../modules/matching/index.js';
import { Article, Section } from '../article/article.js';
import { SummaryList, Table } from '../components/index.js';
import { useReader } from '../page/reader.js';

const HUNDREDTHS = 100;
const TWO_DECIMALS = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;

/** How a score is made, with the weights that are in force and a pair that the engine has scored for this page. */
export const ScoresPage = ({ example }: { example: WorkedExample }) => {
  const { t, format } = useReader();
  const silent = format.percent(NOT_STATED);
  return (
    <Article title="scores.title" lead="scores.lead">
      <Section title="scores.rules.title" text={['scores.rules.text']}>
        <SummaryList rows={example.rules.map(({ key, name }) => ({ key: name, value: t(`scores.rule.${key}`) }))} />
      </Section>
      <Section title="scores.factors.title" text={['scores.factors.text']}>
        <Factors example={example} />
      </Section>
      <Section title="scores.open.title" points={['scores.open.left', 'scores.open.silent', 'scores.open.languages']} values={{ silent }} />
      <Section title="scores.not.title" points={['scores.not.who', 'scores.not.speed', 'scores.not.money', 'scores.not.names']} />
      <Section title="scores.example.title" text={['scores.example.text', 'scores.example.made']}>
        <Worked example={example} />
      </Section>
      <Section
        title="scores.people.title"
        text={['scores.people.threshold', 'scores.people.text']}
        values={{ threshold: THRESHOLD / HUNDREDTHS, count: SET_SIZE }}
      />
    </Article>
  );
};

const Factors = ({ example }: { example: WorkedExample }) => {
  const { t, format } = useReader();
  return (
    <Table
      firstCellIsHeader
      head={[{ children: t('scores.factor') }, { children: t('scores.weight'), format: 'numeric' }, { children: t('scores.looks-at') }]}
      rows={example.factors.map(({ key, name, weight }) => [
        { children: name },
        { children: format.number(weight), format: 'numeric' },
        { children: t(`scores.factor.${key}`) },
      ])}
    />
  );
};

const Worked = ({ example }: { example: WorkedExample }) => {
  const { t, format } = useReader();
  const points = (value: number) => <bdi dir="ltr">{format.number(value, TWO_DECIMALS)}</bdi>;
  return (
    <Table
      firstCellIsHeader
      head={[{ children: t('scores.factor') }, { children: t('scores.points'), format: 'numeric' }, { children: t('scores.why') }]}
      rows={[
        ...example.factors.map(({ name, points: counted, reason }) => [
          { children: name },
          { children: points(counted), format: 'numeric' as const },
          { children: reason },
        ]),
        [{ children: t('scores.total') }, { children: <strong>{points(example.score)}</strong>, format: 'numeric' as const }, {}],
      ]}
    />
  );
};
