declare module "*?messages" {
  const catalogue: unknown;
  export default catalogue;
}
