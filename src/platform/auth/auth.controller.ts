import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { Answer } from '../http/answer.decorator.js';
import { Can, Public } from '../http/can.decorator.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { AuthGateway, type Outcome } from './auth.gateway.js';
import { changePassword, signedIn, signIn, signUp } from './auth.schemas.js';

/** The few of better-auth's addresses that GATE opens; keys and sessions are under /api/v1/me. */
@Controller('api/auth')
export class AuthController {
  constructor(private readonly gateway: AuthGateway) {}

  @Post('sign-up/email')
  @Public()
  @Answer(200, signedIn, 'Makes an account and signs in.')
  async signUp(
    @Body({ schema: signUp }) body: z.infer<typeof signUp>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.gateway.signUp(request, body));
  }

  @Post('sign-in/email')
  @Public()
  @Answer(200, signedIn, 'Signs in: the session is a cookie.')
  async signIn(
    @Body({ schema: signIn }) body: z.infer<typeof signIn>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.gateway.signIn(request, body));
  }

  @Post('sign-out')
  @Public()
  @Answer(200, z.object({ success: z.boolean() }), 'Ends the session.')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    send(reply, await this.gateway.call(request, 'sign-out'));
  }

  @Post('change-password')
  @Can('me.change-password', { own: true })
  @Answer(200, signedIn, 'Changes the password; other sessions end unless asked otherwise.')
  async changePassword(
    @Body({ schema: changePassword }) body: z.infer<typeof changePassword>,
    @CurrentActor() actor: PersonActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.gateway.changePassword(request, actor.personId, body));
  }
}

function send(reply: FastifyReply, { status, body, cookies }: Outcome): void {
  if (cookies.length > 0) void reply.header('set-cookie', cookies);
  void reply.status(status).send(body);
}
