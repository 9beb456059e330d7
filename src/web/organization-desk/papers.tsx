import type { DocumentsView } from '../../modules/verification/index.js';
import { Button, Form, SummaryList, Tag } from '../components/index.js';
import { keyTo } from '../desk/desk-keys.js';
import { useReader } from '../page/reader.js';

interface PapersProps {
  organizationId: string;
  /** It has no user: whoever reads this hands its papers in. */
  keeps: boolean;
  documents: DocumentsView;
}

/** The papers of an organization, those that wait for a decision with its two buttons. */
export const Papers = ({ organizationId, keeps, documents: { items, missing, waiting, dueDiligence } }: PapersProps) => {
  const { t, format } = useReader();
  return (
    <section id="papers">
      <h2 class="govuk-heading-m">{t('desk.papers')}</h2>
      {waiting && (
        <p class="govuk-body">
          {t('desk.papers-due', { since: format.date(waiting.since), due: format.date(waiting.dueAt) })} {waiting.late && <Late />}
        </p>
      )}
      {missing.length > 0 && (
        <p class="govuk-body">{t('desk.papers-missing', { parts: format.list(missing.map((part) => t(`desk.part-of.${part}`))) })}</p>
      )}
      {dueDiligence.missing.length > 0 && (
        <p class="govuk-body">
          {t('desk.depth-missing', { parts: format.list(dueDiligence.missing.map((part) => t(`desk.part-of.${part}`))) })}
        </p>
      )}
      {dueDiligence.waiting && (
        <p class="govuk-body">
          {t('desk.depth-due', { since: format.date(dueDiligence.waiting.since), due: format.date(dueDiligence.waiting.dueAt) })}{' '}
          {dueDiligence.waiting.late && <Late />}
        </p>
      )}
      {items.length === 0 && <p class="govuk-body">{t('desk.papers-none')}</p>}
      {[...items.filter(isOpen), ...items.filter((paper) => !isOpen(paper))].map((paper) => (
        <Paper key={paper.id} organizationId={organizationId} keeps={keeps} paper={paper} />
      ))}
    </section>
  );
};

const Late = () => {
  const { t } = useReader();
  return <Tag colour="orange">{t('desk.late')}</Tag>;
};

type PaperView = DocumentsView['items'][number];
const isOpen = ({ outcome }: PaperView): boolean => outcome === null;

const Paper = ({ organizationId, keeps, paper }: Pick<PapersProps, 'organizationId' | 'keeps'> & { paper: PaperView }) => {
  const { actor, t, href, name, format } = useReader();
  const at = `/desk/organizations/${organizationId}/papers/${paper.id}`;
  const mayDecide = actor.kind === 'person' && (actor.administrator || actor.officerOf.length > 0);
  const rows = [
    { key: t('desk.paper.kind'), value: t(`desk.paper.${paper.kind}`) },
    paper.reference && { key: t('desk.paper.number'), value: <bdi>{paper.reference}</bdi> },
    {
      key: t('desk.paper.days'),
      value: `${format.date(paper.issuedOn)}${paper.expiresOn ? ` – ${format.date(paper.expiresOn)}` : ''}`,
    },
    {
      key: t('desk.paper.language'),
      value: `${format.languageName(paper.language)}${paper.translated ? ` (${t('desk.paper.translated')})` : ''}`,
    },
    {
      key: t('desk.paper.file'),
      value: paper.file ? (
        <a class="govuk-link" href={`/api/v1/organizations/${organizationId}/documents/${paper.id}/file`}>
          <bdi>{paper.file.name}</bdi> ({format.bytes(paper.file.bytes)})
        </a>
      ) : (
        t(paper.copyBy === null ? 'desk.paper.no-file' : `desk.paper.awaited-${paper.copyBy}`)
      ),
    },
    paper.outcome && {
      key: t('desk.paper.outcome'),
      value: (
        <>
          <Tag colour={paper.outcome === 'accepted' ? 'green' : 'red'}>{t(`desk.paper.${paper.outcome}`)}</Tag>{' '}
          {paper.reason && name('reason', paper.reason)} {paper.note && <bdi>{paper.note}</bdi>}
          {paper.reviewedAt && (
            <>
              <br />
              <bdi>{paper.reviewer}</bdi>, {format.date(new Date(paper.reviewedAt))}
            </>
          )}
        </>
      ),
    },
  ];
  return (
    <>
      <SummaryList card={{ title: <bdi>{paper.title}</bdi>, headingLevel: 3 }} rows={rows.flatMap((row) => row || [])} />
      {isOpen(paper) && mayDecide && (
        <div class="govuk-button-group">
          <Form action={href(`${at}/accept`)}>
            <Button preventDoubleClick attributes={keyTo('approve')}>
              {t('desk.paper.accept')}
              <span class="govuk-visually-hidden">: {paper.title}</span>
            </Button>
          </Form>
          <a class="govuk-link" href={href(`${at}/refuse`)} {...keyTo('refuse')}>
            {t('desk.paper.refuse')}
            <span class="govuk-visually-hidden">: {paper.title}</span>
          </a>
          <a class="govuk-link" href={href(`${at}/file`)}>
            {t(paper.file ? 'papers.other-copy' : 'papers.send-copy')}
            <span class="govuk-visually-hidden">: {paper.title}</span>
          </a>
          {keeps && (
            <a class="govuk-link" href={href(`${at}/remove`)}>
              {t('papers.take-back')}
              <span class="govuk-visually-hidden">: {paper.title}</span>
            </a>
          )}
        </div>
      )}
      {paper.outcome === 'accepted' && keeps && (
        <Form action={href(`${at}/again`)}>
          <Button variant="secondary" preventDoubleClick>
            {t('papers.again')}
            <span class="govuk-visually-hidden">: {paper.title}</span>
          </Button>
        </Form>
      )}
    </>
  );
};
