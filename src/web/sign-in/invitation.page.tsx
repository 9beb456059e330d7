import type { OpenedInvitation } from '../../modules/organizations/index.js';
import { Button, Form, FormErrors, type FormState, LinkButton } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';

interface InvitationView {
  token: string;
  invitation: OpenedInvitation;
  form: FormState;
}

export const InvitationPage = ({ token, invitation, form }: InvitationView) => {
  const { person, t, rich, href, format, name } = useReader();
  const { claim, organization, country, inviter, role, email, expiresAt } = invitation;
  const title = t(claim ? 'invitation.claim-title' : 'invitation.title');
  const next = encodeURIComponent(`/invitations/accept?token=${token}`);
  const quoted = (words: unknown) => <bdi>{words as string}</bdi>;
  return (
    <Layout title={title} hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body-l">
          {rich(claim ? 'invitation.claim-lead' : 'invitation.lead', {
            who: quoted,
            inviter,
            organization,
            country: name('country', country),
          })}
        </p>
        <p class="govuk-body">{t(claim ? 'invitation.claim-means' : `invitation.role.${role}`)}</p>
        <p class="govuk-body">{t('invitation.address', { email: `\u2068${email}\u2069`, until: format.moment(expiresAt) })}</p>
        {person ? (
          <Form action={href('/invitations/accept')}>
            <input type="hidden" name="token" value={token} />
            <Button preventDoubleClick>{t(claim ? 'invitation.claim-accept' : 'invitation.accept')}</Button>
          </Form>
        ) : (
          <>
            <LinkButton href={href(`/sign-up?next=${next}`)}>{t('layout.sign-up')}</LinkButton>
            <p class="govuk-body">
              {rich('sign-up.known', {
                a: (words) => (
                  <a class="govuk-link" href={href(`/sign-in?next=${next}`)}>
                    {words}
                  </a>
                ),
              })}
            </p>
          </>
        )}
      </div>
    </Layout>
  );
};
