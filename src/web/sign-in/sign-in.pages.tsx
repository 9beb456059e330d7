import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AuthGateway, signIn, signUp, type Outcome } from '../../platform/auth/index.js';
import { Public } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { NEXT, SessionEndedPage, SIGN_IN_AGAIN } from '../layout/session-ended.page.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, sendAgain, submitted } from '../page/index.js';
import { safeNext } from './next-address.js';
import { SignInPage } from './sign-in.page.js';
import { SignUpPage } from './sign-up.page.js';

const SIGN_IN = ['email', 'password'];
const SIGN_UP = ['name', ...SIGN_IN];
const nextQuery = z.object({ next: z.string().max(2000).optional() });
type NextQuery = z.infer<typeof nextQuery>;

/** Joining, signing in and out. After it a person stands where she wanted to go. */
@Controller()
@Public()
export class SignInPages {
  constructor(private readonly gateway: AuthGateway) {}

  @Get('sign-in')
  @Page()
  signInForm(@Query({ schema: nextQuery }) { next }: NextQuery, @CurrentReader() { person }: Reader) {
    return person ? redirect(safeNext(next)) : <SignInPage next={safeNext(next)} form={formState(SIGN_IN)} />;
  }

  @Post('sign-in')
  @Page()
  signIn(
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const next = safeNext(form.text('next'));
    return submitted(
      { reader, form, fields: SIGN_IN },
      async () => {
        const credentials = form.parse(signIn, { email: form.text('email'), password: form.values['password'] });
        return this.signedIn(await this.gateway.signIn(request, credentials), reply, next);
      },
      (state) => <SignInPage next={next} form={state} />,
    );
  }

  /** From a form whose session had ended: it is sent once more where it was going, with every word of it. */
  @Post('sign-in/again')
  @Page()
  signInAgain(
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return submitted(
      { reader, form, fields: SIGN_IN_AGAIN },
      async () => {
        const given = { email: form.text('session.email'), password: form.values['session.password'] };
        const { cookies } = await this.gateway.signIn(request, form.parse(signIn, given));
        void reply.header('set-cookie', cookies);
        return sendAgain(safeNext(form.text(NEXT)));
      },
      (state) => <SessionEndedPage values={form.values} form={inSession(state)} />,
    );
  }

  @Get('sign-up')
  @Page()
  signUpForm(@Query({ schema: nextQuery }) { next }: NextQuery, @CurrentReader() { person }: Reader) {
    return person ? redirect(safeNext(next)) : <SignUpPage next={safeNext(next)} form={formState(SIGN_UP)} />;
  }

  @Post('sign-up')
  @Page()
  signUp(
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const next = safeNext(form.text('next'));
    return submitted(
      { reader, form, fields: SIGN_UP },
      async () => {
        const body = { name: form.text('name'), email: form.text('email'), password: form.values['password'] };
        return this.signedIn(await this.gateway.signUp(request, form.parse(signUp, body)), reply, next);
      },
      (state) => <SignUpPage next={next} form={state} />,
    );
  }

  @Post('sign-out')
  @Page()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { cookies } = await this.gateway.call(request, 'sign-out');
    if (cookies.length > 0) void reply.header('set-cookie', cookies);
    return redirect('/', 'signed-out');
  }

  private signedIn({ cookies }: Outcome, reply: FastifyReply, next: string) {
    void reply.header('set-cookie', cookies);
    return redirect(next);
  }
}

/** Faults of the two fields under the names they have beside the words of another form. */
const inSession = (state: FormState): FormState => ({
  ...state,
  faults: state.faults.map((fault) => (fault.path === '' ? fault : { ...fault, path: `session.${fault.path}` })),
});
