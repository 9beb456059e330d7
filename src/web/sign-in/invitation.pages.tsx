import { Controller, Get, Header, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { InvitationsQueries, InvitationsService, type OpenedInvitation } from '../../modules/organizations/index.js';
import { Can, CurrentActor, Public } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted, withStatus } from '../page/index.js';
import { InvitationPage } from './invitation.page.js';
import { LinkGonePage } from './link-gone.page.js';

const asked = z.object({ token: z.string().max(100).default('') });

/** Behind the link of an invitation: to join an organization, or to take over one that a centre has entered. */
@Controller('invitations/accept')
export class InvitationPages {
  constructor(
    private readonly queries: InvitationsQueries,
    private readonly invitations: InvitationsService,
  ) {}

  @Get()
  @Public()
  @Header('cache-control', 'no-store')
  @Page()
  async ask(@Query({ schema: asked }) { token }: z.infer<typeof asked>) {
    const invitation = await this.queries.byToken(token);
    return invitation?.state === 'open' ? (
      <InvitationPage token={token} invitation={invitation} form={formState([])} />
    ) : (
      withStatus(410, <LinkGonePage text={goneFor(invitation)} next={{ path: '/dashboard', text: 'place.dashboard' }} />)
    );
  }

  @Post()
  @Can('organization.join')
  @Page()
  async accept(@Form() form: FormInput, @CurrentReader() reader: Reader, @CurrentActor() actor: PersonActor) {
    const token = form.text('token') ?? '';
    const invitation = await this.queries.byToken(token);
    if (!invitation) throw notFound('invitation');
    return submitted(
      { reader, form, fields: [] },
      async () => {
        // Her own second click finds what the first has done.
        await this.invitations.acceptInvitation(actor, token).catch(async (error: unknown) => {
          if ((await this.queries.byToken(token))?.acceptedBy !== actor.personId) throw error;
        });
        return redirect('/organization', invitation.claim ? 'organization-claimed' : 'joined');
      },
      (state) => <InvitationPage token={token} invitation={invitation} form={state} />,
    );
  }
}

const goneFor = (invitation: OpenedInvitation | undefined) =>
  invitation ? (`invitation.${invitation.state as 'accepted' | 'expired' | 'withdrawn'}` as const) : 'invitation.unknown';
