export const Page = () => <h1>线索</h1>
