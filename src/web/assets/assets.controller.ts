import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '../../platform/http/index.js';
import { STYLESHEET_PATH, stylesheet } from './stylesheet.js';

@Controller()
export class AssetsController {
  @Get(STYLESHEET_PATH)
  @Public()
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  css(): string {
    return stylesheet;
  }
}
