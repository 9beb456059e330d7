import { renderToString } from 'preact-render-to-string';

export interface Operation {
  method: string;
  path: string;
  operationId: string;
  summary?: string;
  policy?: string;
  parameters: { name: string; in: string; required: boolean; description?: string; schema: unknown }[];
  body?: unknown;
  status: string;
  answer?: unknown;
}

const Schema = (p: { title: string; schema: unknown }) => (
  <details>
    <summary>{p.title}</summary>
    <pre>{JSON.stringify(p.schema, null, 2)}</pre>
  </details>
);

const OperationView = ({ operation: o }: { operation: Operation }) => (
  <section id={o.operationId}>
    <h3>
      <code class="method">{o.method}</code> <code>{o.path}</code>
    </h3>
    <p>
      {o.summary ? `${o.summary} ` : ''}
      {o.policy ? (
        <>
          Asks for <code>{o.policy}</code>.
        </>
      ) : (
        'Open to everybody.'
      )}
    </p>
    {o.parameters.length > 0 && (
      <ul>
        {o.parameters.map((parameter) => (
          <li key={parameter.name}>
            <code>{parameter.name}</code> in {parameter.in}
            {parameter.required ? ', due' : ''}
            {parameter.description ? `: ${parameter.description}` : ''}
          </li>
        ))}
      </ul>
    )}
    {o.body !== undefined && <Schema title="Body" schema={o.body} />}
    {o.answer !== undefined && <Schema title={`Answer ${o.status}`} schema={o.answer} />}
  </section>
);

/** The documentation as one page without scripts, so that it needs nothing our own policy forbids. */
export function docsPage(groups: readonly { name: string; operations: readonly Operation[] }[]): string {
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>GATE API</title>
        <link rel="stylesheet" href="/api/docs/style.css" />
      </head>
      <body>
        <main>
          <h1>GATE API</h1>
          <p>
            Machine-readable: <a href="/api/openapi.json">OpenAPI 3.1</a>. Send <code>Authorization: Bearer KEY</code>, or sign in for a
            session cookie. Errors are problem+json (RFC 9457) with a stable <code>code</code> and <code>errors</code> by path.
          </p>
          <nav aria-label="Contents">
            <ul>
              {groups.map((group) => (
                <li key={group.name}>
                  <a href={`#${group.name}`}>{group.name}</a>
                </li>
              ))}
            </ul>
          </nav>
          {groups.map((group) => (
            <div key={group.name}>
              <h2 id={group.name}>{group.name}</h2>
              {group.operations.map((operation) => (
                <OperationView key={operation.operationId} operation={operation} />
              ))}
            </div>
          ))}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToString(page)}`;
}

export const DOCS_STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}main{max-width:60rem;margin:0 auto;padding:1rem}
section{border-top:1px solid #8888;padding:.25rem 0}h3{margin:.5rem 0;overflow-wrap:anywhere}.method{font-weight:700}nav ul{display:flex;flex-wrap:wrap;gap:1rem;padding:0;list-style:none}
pre{overflow:auto;max-height:30rem;padding:.5rem;border:1px solid #8888}summary{cursor:pointer}p{margin:.25rem 0}`;
