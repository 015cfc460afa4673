package org.whorl.server.design;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands pages their {@link Screen} and their {@link Form}. */
@Configuration(proxyBeanMethods = false)
class DesignParts {

    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Bean
    Screens screens(TemplateEngine templates, Assets assets, ObjectProvider<Unread> unread) {
        return new Screens(templates, assets, unread);
    }

    @Bean
    WebMvcConfigurer pageParts(ObjectProvider<Screens> screens) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Parts(screens));
            }
        };
    }

    /** An address that ends in a stroke too many is the one without. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> withoutLastStroke() {
        FilterRegistrationBean<UrlHandlerFilter> filter =
                new FilterRegistrationBean<>(UrlHandlerFilter.trailingSlashHandler("/p/**", "/t/**")
                        .redirect(HttpStatus.PERMANENT_REDIRECT)
                        .build());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    private record Parts(ObjectProvider<Screens> screens) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Screen.class || parameter.getParameterType() == Form.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
            if (parameter.getParameterType() == Screen.class) {
                return screens.getObject().on(request);
            }
            return request.getMethod().equals("POST")
                    ? new Form(Languages.values(request))
                    : Languages.takeDraft(request).orElseGet(Form::empty);
        }
    }
}
