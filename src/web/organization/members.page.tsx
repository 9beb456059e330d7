import { MEMBER_ROLES } from '../../kernel/actor.js';
import type { InvitationView, MemberView } from '../../modules/organizations/index.js';
import { Button, Form, FormErrors, type FormState, RadiosField, Select, TextField } from '../components/index.js';
import { Downloads } from '../layout/downloads.js';
import { useReader } from '../page/reader.js';
import { OrganizationFrame } from './organization-frame.js';

export const INVITATION = ['email', 'role'];

interface MembersView {
  members: readonly MemberView[];
  invitations: readonly InvitationView[];
  own: string;
  isManager: boolean;
  form: FormState;
}

export const MembersPage = ({ members, invitations, own, isManager, form }: MembersView) => {
  const { t, actor } = useReader();
  const organizationId = actor.kind === 'person' ? actor.organization?.id : undefined;
  return (
    <OrganizationFrame title="members.title" hasFaults={form.faults.length > 0}>
      <FormErrors form={form} title={t('layout.problem')} />
      <ul class="gate-rows">
        {members.map((member) => (
          <Member key={member.personId} member={member} isOwn={member.personId === own} isManager={isManager} />
        ))}
      </ul>
      {isManager && invitations.length > 0 && <Invitations invitations={invitations} />}
      {organizationId && <Downloads list={`organizations/${organizationId}/members`} label={t('members.title')} />}
      {organizationId && isManager && <Downloads list={`organizations/${organizationId}/invitations`} label={t('members.invited')} />}
      {isManager && <Invite form={form} />}
    </OrganizationFrame>
  );
};

const Member = ({ member, isOwn, isManager }: { member: MemberView; isOwn: boolean; isManager: boolean }) => {
  const { t, href, format } = useReader();
  const { personId, name, email, role, since } = member;
  const items = MEMBER_ROLES.map((value) => ({ value, text: t(`role.${value}`) }));
  return (
    <li>
      <div>
        <p class="govuk-body">
          <bdi>{name}</bdi> {isOwn && t('members.you')}
        </p>
        <p class="gate-quiet">
          <bdi dir="ltr">{email}</bdi> · {t('members.since', { day: format.date(since) })}
          {!isManager && ` · ${t(`role.${role}`)}`}
        </p>
        {(isManager || isOwn) && (
          <p class="gate-quiet">
            <a class="govuk-link" href={href(`/organization/members/${personId}/remove`)}>
              {t(isOwn ? 'members.leave' : 'members.remove')}
              <span class="govuk-visually-hidden"> {name}</span>
            </a>
          </p>
        )}
      </div>
      {isManager && (
        <Form action={href(`/organization/members/${personId}/role`)} class="gate-inline-form">
          <Select
            id={`role-${personId}`}
            name="role"
            value={role}
            label={
              <>
                {t('members.role')}
                <span class="govuk-visually-hidden">: {name}</span>
              </>
            }
            items={items}
          />
          <Button variant="secondary" preventDoubleClick>
            {t('account.save')}
          </Button>
        </Form>
      )}
    </li>
  );
};

const Invitations = ({ invitations }: Pick<MembersView, 'invitations'>) => {
  const { t, href, format } = useReader();
  return (
    <section aria-labelledby="invited">
      <h2 class="govuk-heading-m" id="invited">
        {t('members.invited')}
      </h2>
      <ul class="gate-rows">
        {invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id}>
            <div>
              <p class="govuk-body">
                <bdi dir="ltr">{email}</bdi>
              </p>
              <p class="gate-quiet">
                {t(`role.${role}`)} · {t('dashboard.until', { day: format.date(expiresAt) })}
              </p>
            </div>
            <form method="post" action={href(`/organization/invitations/${id}/withdraw`)}>
              <button type="submit" class="gate-link-button">
                {t('members.withdraw')}
                <span class="govuk-visually-hidden"> {email}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Invite = ({ form }: { form: FormState }) => {
  const { t, href } = useReader();
  const roles = MEMBER_ROLES.map((value) => ({ value, text: t(`role.${value}`), hint: t(`invitation.role.${value}`) }));
  return (
    <section class="gate-narrow" aria-labelledby="invite">
      <h2 class="govuk-heading-m" id="invite">
        {t('members.invite')}
      </h2>
      <Form action={href('/organization/invitations')}>
        <TextField form={form} name="email" label={t('sign-in.email')} type="email" autocomplete="off" spellcheck={false} />
        <RadiosField form={form} name="role" legend={t('members.role')} items={roles} />
        <Button preventDoubleClick>{t('members.send')}</Button>
      </Form>
    </section>
  );
};

export const RemoveMemberPage = ({ member, isOwn, form }: { member: MemberView; isOwn: boolean; form: FormState }) => {
  const { t, href } = useReader();
  return (
    <OrganizationFrame
      title={isOwn ? 'members.leave-title' : 'members.remove-title'}
      hasFaults={form.faults.length > 0}
      back={{ path: '/organization/members', text: 'members.title' }}
    >
      <FormErrors form={form} title={t('layout.problem')} />
      <p class="govuk-body">
        <bdi>{member.name}</bdi>
      </p>
      <p class="govuk-body">{t(isOwn ? 'members.leave-lead' : 'members.remove-lead')}</p>
      <Form action={href(`/organization/members/${member.personId}/remove`)}>
        <Button variant="warning" preventDoubleClick>
          {t(isOwn ? 'members.leave' : 'members.remove')}
        </Button>
      </Form>
    </OrganizationFrame>
  );
};
