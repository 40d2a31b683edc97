export const Planted = () => <p title="Hello my friend">Nobody translated this sentence</p>
