// Writes src/<area>/schema.ts from the OpenAPI documents of a running market.
// usage: npm run api [-- http://127.0.0.1:8080 [service...]]
import { writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const [base = 'http://127.0.0.1:8080', ...wanted] = process.argv.slice(2)
const services = ['listings', 'demands', 'matching', 'trading', 'contracts', 'commissions', 'notifications', 'identity']

for (const service of wanted.length ? wanted : services) {
  const response = await fetch(`${base}/openapi/${service}.json`)
  if (!response.ok) throw new Error(`${service}: ${response.status} ${response.statusText}`)
  const tree = await openapiTS(await response.json(), { alphabetize: true })
  await writeFile(new URL(`../src/${service}/schema.ts`, import.meta.url), astToString(tree))
  console.log(`src/${service}/schema.ts`)
}
