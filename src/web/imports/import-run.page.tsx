import type { ImportView } from '../../modules/imports/index.js';
import { Button, Form, FormErrors, type FormState, InsetText, SummaryList, Table } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { WayBack } from '../layout/way-back.js';
import { useReader } from '../page/index.js';
import { ImportState } from './imports.page.js';

/** How often the page looks again by itself while the work is under way. */
const REFRESH_SECONDS = 3;

interface RunProps {
  run: ImportView;
  form: FormState;
}

/** Where a table stands: being checked, what is wrong with it, what has gone in. */
export const ImportRunPage = ({ run, form }: RunProps) => {
  const { t, href } = useReader();
  const isBusy = run.state === 'checking' || run.state === 'running';
  return (
    <Layout
      title={run.fileName}
      hasFaults={form.faults.length > 0}
      refreshSeconds={isBusy ? REFRESH_SECONDS : undefined}
      before={<WayBack href={href('/my/imports')} text={t('imports.title')} />}
    >
      <FormErrors form={form} title={t('layout.problem')} />
      <h1 class="govuk-heading-l">
        <bdi>{run.fileName}</bdi>
      </h1>
      <p class="govuk-body">
        <ImportState state={run.state} />
      </p>
      <InsetText>{t(`imports.next.${run.state}`)}</InsetText>
      {isBusy ? (
        <p class="govuk-body">
          <a class="govuk-link" href={href(`/my/imports/${run.id}`)}>
            {t('imports.look-again')}
          </a>
        </p>
      ) : (
        <Result run={run} />
      )}
    </Layout>
  );
};

const Result = ({ run }: { run: ImportView }) => {
  const { t, href, format } = useReader();
  const good = run.rows - run.faultyRows;
  const counts: [string, number][] = [
    [t('imports.rows'), run.rows],
    [t('imports.good'), good],
    [t('imports.faulty'), run.faultyRows],
    ...(run.state === 'finished'
      ? ([
          [t('imports.added'), run.added],
          [t('imports.known'), run.known],
          [t('imports.submitted'), run.submitted],
        ] as [string, number][])
      : []),
  ];
  return (
    <>
      <SummaryList rows={counts.map(([key, count]) => ({ key, value: format.number(count) }))} />
      {run.state === 'checked' && good > 0 && (
        <Form action={href(`/my/imports/${run.id}/start`)}>
          <Button preventDoubleClick>{t('imports.start', { count: good })}</Button>
        </Form>
      )}
      {run.state === 'finished' && (
        <p class="govuk-body">
          <a class="govuk-link" href={href('/my/listings')}>
            {t('my-listings.title')}
          </a>
        </p>
      )}
      {run.faults.length > 0 && <Faults run={run} />}
    </>
  );
};

const Faults = ({ run }: { run: ImportView }) => {
  const { t, format } = useReader();
  return (
    <section>
      <h2 class="govuk-heading-m">{t('imports.faults')}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`/api/v1/imports/${run.id}/errors`} download>
          {t('imports.download')}
        </a>
      </p>
      <div class="gate-scroll" tabIndex={0} role="region" aria-label={t('imports.faults')}>
        <Table
          head={[{ children: t('imports.line') }, { children: t('imports.column') }, { children: t('imports.fault') }]}
          rows={run.faults.map(({ line, column, reason }) => [
            { children: format.number(line) },
            { children: <bdi>{column}</bdi> },
            {
              children: (
                <span lang="en" dir="ltr">
                  {reason}
                </span>
              ),
            },
          ])}
        />
      </div>
    </section>
  );
};
