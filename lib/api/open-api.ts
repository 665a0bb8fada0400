import type { ErrorCode } from "#lib/base/error-codes.ts";
import type { OperationId } from "./operations/all-operations.ts";

/** The part of OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html) that our description uses. Schemas are JSON Schema 2020-12. */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
  servers: { url: string; description: string }[];
  /** `x-displayName` is how common readers name the group. */
  tags: { name: string; "x-displayName": string; description: string }[];
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: { schemas: Record<string, JsonSchema>; examples: Record<string, OpenApiExample> };
}

export interface OpenApiOperation {
  operationId: OperationId;
  tags: string[];
  summary: string;
  description: string;
  parameters?: OpenApiParameter[];
  requestBody?: { required: true; description?: string; content: OpenApiContent };
  /** By status. */
  responses: Record<string, OpenApiResponse>;
}

export interface OpenApiParameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description: string;
  schema: JsonSchema;
  example?: unknown;
}

export interface OpenApiResponse {
  description: string;
  headers?: Record<string, { description: string; schema: JsonSchema }>;
  content?: OpenApiContent;
}

/** By media type. */
export type OpenApiContent = Record<
  string,
  { schema?: JsonSchema; example?: unknown; examples?: Partial<Record<ErrorCode, { $ref: string }>> }
>;

export interface OpenApiExample {
  summary: string;
  value: unknown;
}

export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  additionalProperties?: JsonSchema;
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  contentMediaType?: string;
  contentSchema?: JsonSchema;
  examples?: unknown[];
}
