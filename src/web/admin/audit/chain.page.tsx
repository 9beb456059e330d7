import type { LastBlock } from '../../../modules/reporting/index.js';
import type { AuditReport } from '../../../platform/audit/audit.verifier.js';
import { SummaryList, WarningText } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { AdminPage } from '../frame/index.js';

export const ChainPage = ({ report, block }: { report: AuditReport; block: LastBlock | null }) => {
  const { t, format } = useReader();
  const { fault, blocks, entries, unsealed, otherKeyBlocks, anchoredBlock } = report;
  const rows = [
    { key: t('admin.chain.entries'), value: format.number(entries) },
    { key: t('admin.chain.blocks'), value: format.number(blocks) },
    {
      key: t('admin.chain.last'),
      value: block ? t('admin.audit.sealed', { number: block.number, date: format.moment(block.sealedAt) }) : t('admin.none'),
    },
    { key: t('admin.chain.unsealed'), value: format.number(unsealed.count) },
    { key: t('admin.chain.anchor'), value: anchoredBlock === null ? t('admin.none') : format.number(Number(anchoredBlock)) },
    ...(otherKeyBlocks > 0 ? [{ key: t('admin.chain.other-key'), value: format.number(otherKeyBlocks) }] : []),
  ];
  return (
    <AdminPage title={t('admin.chain.title')} part="/admin/audit">
      {fault ? (
        <WarningText>
          {t('admin.chain.broken', { block: fault.block })} {t(`admin.chain-fault.${fault.reason}`)}{' '}
          {fault.seq !== null && t('admin.chain.entry', { number: fault.seq })}
        </WarningText>
      ) : (
        <div class="gate-health">
          <p class="govuk-body">
            <strong>{t('admin.chain.whole')}</strong>
          </p>
        </div>
      )}
      <SummaryList rows={rows} />
    </AdminPage>
  );
};
