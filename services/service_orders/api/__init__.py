"""Service orders for programs: contractors, orders, months, reports as JSON."""

from services.service_orders.api.routes import router

__all__ = ["router"]
