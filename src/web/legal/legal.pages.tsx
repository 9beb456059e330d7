import { Controller, Get } from '@nestjs/common';
import { importKeptDays } from '../../modules/imports/index.js';
import { Rules } from '../../modules/rules/index.js';
import { SESSION_SECONDS } from '../../platform/auth/index.js';
import { Public } from '../../platform/http/index.js';
import { Page } from '../page/index.js';
import { AccessibilityPage } from './accessibility.page.js';
import { PrivacyPage } from './privacy.page.js';
import { TermsPage } from './terms.page.js';

const DAY_SECONDS = 86_400;

/** What people are told before they join, and may look up ever after. */
@Controller()
@Public()
export class LegalPages {
  constructor(private readonly rules: Rules) {}

  @Get('accessibility')
  @Page()
  accessibility() {
    return <AccessibilityPage />;
  }

  @Get('privacy')
  @Page()
  async privacy() {
    return <PrivacyPage session={SESSION_SECONDS / DAY_SECONDS} imports={await this.rules.get(importKeptDays)} />;
  }

  @Get('terms')
  @Page()
  terms() {
    return <TermsPage />;
  }
}
