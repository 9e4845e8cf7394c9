// Is the server in this container ready? Ends with 0 when it is.
const address = `http://127.0.0.1:${process.env.PORT ?? 8080}/readyz`
const answer = await fetch(address, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
process.exit(answer?.ok ? 0 : 1)
