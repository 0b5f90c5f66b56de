// Appends a second through Emmett's PostgreSQL store: node emmett.mjs CONNECTION CALLERS SECONDS
import { getPostgreSQLEventStore } from "@event-driven-io/emmett-postgresql";

const [connection, callers, seconds] = process.argv.slice(2);
const store = getPostgreSQLEventStore(connection);
const text = "x".repeat(210);
const append = (name) =>
  store.appendToStream(name, [{ type: "CertificateIssued", data: { text } }], {
    expectedStreamVersion: "STREAM_DOES_NOT_EXIST",
  });

await append("certificate-warm");
const began = performance.now();
const until = began + Number(seconds) * 1000;
let done = 0;

await Promise.all(
  Array.from({ length: Number(callers) }, async (_, caller) => {
    for (let n = 0; performance.now() < until; n++) {
      await append(`certificate-${caller}x${n}`);
      done++;
    }
  }),
);
console.log(done / ((performance.now() - began) / 1000));
await store.close();
