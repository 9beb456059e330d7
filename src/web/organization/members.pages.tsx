import { Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { MEMBER_ROLES, type PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { InvitationsQueries, InvitationsService, MembersService, newInvitation } from '../../modules/organizations/index.js';
import { Can, CurrentActor, uuid } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type PageAnswer, type Reader, redirect, submitted } from '../page/index.js';
import { INVITATION, MembersPage, RemoveMemberPage } from './members.page.js';
import { manages, organizationOf } from './own-organization.js';

const change = z.strictObject({ role: z.enum(MEMBER_ROLES) });

/** Who belongs to one's organization, and who is invited to. */
@Controller('organization')
export class MembersPages {
  constructor(
    private readonly members: MembersService,
    private readonly invitations: InvitationsService,
    private readonly queries: InvitationsQueries,
  ) {}

  @Get('members')
  @Can('organization.read-members')
  @Page()
  list(@CurrentActor() actor: PersonActor) {
    return this.page(actor, formState(INVITATION, { role: 'editor' }));
  }

  @Post('members/:id/role')
  @Can('organization.change-role')
  @Page()
  changeRole(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    return submitted(
      { reader, form, fields: [] },
      async () => {
        const { role } = form.parse(change, { role: form.text('role') });
        await this.members.changeRole(actor, organizationOf(actor), id, role);
        return redirect('/organization/members', 'role-changed');
      },
      (state) => this.page(actor, formState(INVITATION, { role: 'editor' }, state.faults)),
    );
  }

  @Get('members/:id/remove')
  @Can('organization.remove-member')
  @Page()
  async ask(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    return this.removal(actor, id, formState([]));
  }

  @Post('members/:id/remove')
  @Can('organization.remove-member')
  @Page()
  remove(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    return submitted(
      { reader, form, fields: [] },
      async () => {
        await this.members.remove(actor, organizationOf(actor), id);
        return id === actor.personId ? redirect('/dashboard', 'left') : redirect('/organization/members', 'member-removed');
      },
      (state) => this.removal(actor, id, state),
    );
  }

  @Post('invitations')
  @Can('organization.invite')
  @Page()
  invite(@Form() form: FormInput, @CurrentReader() reader: Reader, @CurrentActor() actor: PersonActor): Promise<PageAnswer> {
    return submitted(
      { reader, form, fields: INVITATION },
      async () => {
        const invitation = form.parse(newInvitation, { email: form.text('email') ?? '', role: form.text('role') });
        await this.invitations.invite(actor, organizationOf(actor), invitation);
        return redirect('/organization/members', 'invited');
      },
      (state) => this.page(actor, state),
    );
  }

  @Post('invitations/:id/withdraw')
  @Can('organization.withdraw-invitation')
  @Page()
  async withdraw(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    await this.invitations.withdraw(actor, organizationOf(actor), id);
    return redirect('/organization/members', 'invitation-withdrawn');
  }

  private async page(actor: PersonActor, form: FormState) {
    const id = organizationOf(actor);
    const isManager = manages(actor);
    const [{ items: members }, open] = await Promise.all([
      this.members.list(actor, id),
      isManager ? this.queries.list(actor, id, { limit: 50 }) : { items: [] },
    ]);
    const invitations = open.items.filter(({ state }) => state === 'open');
    return <MembersPage members={members} invitations={invitations} own={actor.personId} isManager={isManager} form={form} />;
  }

  private async removal(actor: PersonActor, id: string, form: FormState) {
    const { items } = await this.members.list(actor, organizationOf(actor));
    const member = items.find(({ personId }) => personId === id);
    if (!member || (member.personId !== actor.personId && !manages(actor))) throw notFound('member');
    return <RemoveMemberPage member={member} isOwn={member.personId === actor.personId} form={form} />;
  }
}
