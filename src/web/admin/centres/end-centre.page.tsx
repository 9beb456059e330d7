import type { CentreView } from '../../../modules/centres/index.js';
import { type FormState, SelectField } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { ConfirmPage } from '../frame/index.js';

export const EndCentrePage = ({ centre, reasons, form }: { centre: CentreView; reasons: readonly string[]; form: FormState }) => {
  const { t, name, format } = useReader();
  const back = `/admin/centres/${centre.id}`;
  const items = format.sorted(reasons, (code) => name('reason', code)).map((code) => ({ value: code, text: name('reason', code) }));
  return (
    <ConfirmPage
      title={t('admin.centre.end-title', { name: centre.name })}
      text={t('admin.centre.end-text')}
      part="/admin/centres"
      action={`${back}/end`}
      back={back}
      button={t('admin.centre.end')}
      form={form}
    >
      <SelectField form={form} name="reason" label={t('admin.reason')} items={[{ value: '', text: t('admin.choose') }, ...items]} />
    </ConfirmPage>
  );
};
