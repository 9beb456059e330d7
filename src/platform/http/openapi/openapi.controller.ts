import { Controller, Get, Header, Inject } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { Public } from '../can.decorator.js';
import { RouteInventory } from '../route-inventory.js';
import { DOCS_STYLE, docsPage, type Operation } from './docs.page.js';
import { openApiDocument } from './openapi.document.js';

interface Content {
  content?: Record<string, { schema: unknown }>;
}
interface DocumentedOperation {
  operationId: string;
  tags: string[];
  summary?: string;
  'x-policy'?: string;
  parameters: Operation['parameters'];
  requestBody?: Content;
  responses: Record<string, Content>;
}

/** The contract for machines and for people, both read off the routes. */
@Controller('api')
@Public()
export class OpenApiController {
  private made: Record<string, unknown> | undefined;

  constructor(
    private readonly routes: RouteInventory,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('openapi.json')
  document(): Record<string, unknown> {
    return (this.made ??= openApiDocument(this.routes.routes, this.config.publicUrl));
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  docs(): string {
    const paths = this.document().paths as Record<string, Record<string, DocumentedOperation>>;
    const groups = new Map<string, Operation[]>();
    for (const [path, methods] of Object.entries(paths))
      for (const [method, documented] of Object.entries(methods)) {
        const tag = documented.tags[0] ?? 'api';
        groups.set(tag, [...(groups.get(tag) ?? []), viewOf(method, path, documented)]);
      }
    return docsPage([...groups].map(([name, operations]) => ({ name, operations })));
  }

  @Get('docs/style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return DOCS_STYLE;
  }
}

function viewOf(method: string, path: string, documented: DocumentedOperation): Operation {
  const status = Object.keys(documented.responses).find((key) => key !== 'default') ?? '200';
  return {
    method: method.toUpperCase(),
    path,
    operationId: documented.operationId,
    summary: documented.summary,
    policy: documented['x-policy'],
    parameters: documented.parameters,
    body: documented.requestBody?.content?.['application/json']?.schema,
    status,
    answer: documented.responses[status]?.content?.['application/json']?.schema,
  };
}
