/** The laws on random vaults, on other vaults in each run. */

process.env['FUZZ_RUNS'] ??= '1'

await import('../garden/oracle.test.ts')
await import('../garden/door.test.ts')

export {}
