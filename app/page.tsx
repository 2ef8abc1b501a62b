export default function Page() {
  return <h1>Yieldcast</h1>;
}
