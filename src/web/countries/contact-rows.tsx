import type { PublicContact } from '../../modules/centres/index.js';
import type { SummaryRow } from '../components/index.js';
import type { Reader } from '../page/reader.js';

/** How everybody reaches a desk. */
export const contactRows = ({ t }: Reader, { email, phone, website, address }: PublicContact): SummaryRow[] =>
  [
    {
      key: t('centre.email'),
      value: (
        <a class="govuk-link" href={`mailto:${email}`} dir="ltr">
          {email}
        </a>
      ),
    },
    phone && { key: t('centre.phone'), value: <bdi dir="ltr">{phone}</bdi> },
    website && {
      key: t('centre.website'),
      value: (
        <a class="govuk-link" href={website} rel="noopener" dir="ltr">
          {website}
        </a>
      ),
    },
    address && { key: t('centre.address'), value: <bdi>{address}</bdi> },
  ].flatMap((row) => row || []);
