import type { Operation } from '@weft/contract/operation.ts'
import type { App } from '@weft/contract/people/shapes.ts'
import { Problem, problems } from '@weft/contract/problem.ts'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod/v4/core'
import { docsPage } from './docs-page.ts'
import type { Runner } from './runner.ts'

const usual = [
  'malformed',
  'not-acceptable',
  'not-signed-in',
  'not-found',
  'too-many',
  'unforeseen',
  'try-later',
] as const

/** OpenAPI 3.1 of every operation, and the same as a page to read, both made from the contract. */
export async function addDocuments(http: FastifyInstance, runner: Runner): Promise<void> {
  const document = openApi([...runner.handlers.values()].map((handler) => handler.operation))
  const page = docsPage(document)
  http.get('/api/openapi.json', async () => document)
  http.get('/api/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
}

export interface OpenApi {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  paths: Record<string, Record<string, OpenApiOperation>>
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> }
}

export interface OpenApiOperation {
  operationId: string
  summary: string
  'x-permission': string
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: unknown }[]
  /** Which session cookies open it; none for what asks for no session. */
  security: Record<string, string[]>[]
  requestBody?: { required: true; content: { 'application/json': { schema: unknown } } }
  responses: Record<string, { description: string; content: Record<string, { schema: unknown }> }>
}

export function openApi(operations: readonly Operation[]): OpenApi {
  const paths: OpenApi['paths'] = {}
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Weft',
      version: '0.1.0',
      description:
        'Sign in under `Weft-App: people` or `Weft-App: staff`; each has its own session cookie. Problems are RFC 9457.',
    },
    paths,
    components: { schemas: { Problem: schemaOf(Problem, 'output') }, securitySchemes },
  }
}

const cookieOf = (app: App) => ({ type: 'apiKey', in: 'cookie', name: `__Host-weft_${app}` })
const securitySchemes = { people: cookieOf('people'), staff: cookieOf('staff') }
const weftApp = {
  name: 'Weft-App',
  in: 'header' as const,
  required: false,
  schema: { type: 'string', enum: ['people', 'staff'], default: 'people' },
}

interface JsonSchema {
  properties?: Record<string, unknown>
  required?: string[]
}

function describe(operation: Operation): OpenApiOperation {
  const input = schemaOf(operation.input, 'input') as JsonSchema
  const inPath = [...operation.path.matchAll(/:(\w+)/g)].map((match) => match[1] as string)
  const others = Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name))
  const required = input.required ?? []
  const hasQuery = operation.method === 'GET' || operation.method === 'DELETE'
  return {
    operationId: operation.name,
    summary: operation.summary,
    'x-permission': operation.permission,
    parameters: [
      ...inPath.map((name) => ({ name, in: 'path' as const, required: true, schema: input.properties?.[name] ?? {} })),
      ...(hasQuery ? others : []).map(([name, schema]) => ({
        name,
        in: 'query' as const,
        required: required.includes(name),
        schema,
      })),
      weftApp,
    ],
    security: operation.permission === 'public' ? [] : [{ people: [] }, { staff: [] }],
    ...(hasQuery || others.length === 0
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: bodySchema(others, required) } } } }),
    responses: responsesOf(operation),
  }
}

function bodySchema(properties: [string, unknown][], required: string[]): unknown {
  const names = properties.map(([name]) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: required.filter((name) => names.includes(name)),
    additionalProperties: false,
  }
}

function responsesOf(operation: Operation): OpenApiOperation['responses'] {
  const responses: OpenApiOperation['responses'] = {
    [operation.status ?? 200]: {
      description: 'Done.',
      content: { 'application/json': { schema: schemaOf(operation.output, 'output') } },
    },
  }
  const schema = { $ref: '#/components/schemas/Problem' }
  for (const code of [...usual, ...(operation.problems ?? [])]) {
    const [status, title] = problems[code]
    const known = responses[status]
    responses[status] = {
      description: known ? `${known.description} · ${code}` : `${code}: ${title}`,
      content: { 'application/problem+json': { schema } },
    }
  }
  return responses
}

function schemaOf(schema: z.$ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _version, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >
  return rest
}
