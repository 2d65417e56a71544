use pyo3::prelude::*;
use pyo3_polars::PyDataFrame;
#[pyfunction]
fn noop(df: PyDataFrame) -> PyDataFrame { df }
#[pymodule]
fn _core(m: &Bound<'_, PyModule>) -> PyResult<()> { m.add_function(wrap_pyfunction!(noop, m)?)?; Ok(()) }
